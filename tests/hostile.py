"""The large hostile inputs, made when they are needed: each is named by its defect.

`python -m tests.hostile FOLDER [NAME…]` writes them there.
"""

import sys
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path

from onrecord import settings

LARGEST = settings.LARGEST.default
MB = 1_000_000
SAID = "Ana Ruiz, the mayor of Velden, said on Monday: “We will build the bridge.” Nobody answered her. "
FAMILY = 200_000  # characters of each family of repeated ones


def run(of: str, length: int) -> str:
    """A piece of text again and again, cut at so many characters."""
    return (of * (length // len(of) + 1))[:length]


def article(middle: str, *, head: str = "") -> str:
    """A page with a report around something hostile."""
    said = f"<p>{SAID}</p><p>{SAID.replace('Monday', 'Tuesday')}</p>"
    return (
        f"<!doctype html><html lang=en><head><title>The bridge of Velden</title>{head}</head>"
        f"<body><article><h1>The bridge of Velden</h1>{said}{middle}{said}</article></body></html>"
    )


def deep(opening: str, closing: str, *, levels: int = 10_000) -> str:
    """A page with a paragraph so many elements deep."""
    return article(opening * levels + f"<p>{SAID}</p>" + closing * levels)


def nested_quotes(levels: int) -> str:
    """Quotations inside quotations, double and single marks in turn."""
    opening, closing = "".join(islice(cycle("“‘"), levels)), "".join(islice(cycle("’”"), levels))
    return f"{SAID}\n\nAli said: {opening}We will build the bridge{closing}.\n"


def quoted_levels(levels: int) -> str:
    """The same with words at every level."""
    opened = "".join(f"Ali said {mark}we " for mark in islice(cycle("“‘"), levels))
    return opened + "build" + "".join(f" it{mark}" for mark in islice(cycle("’”"), levels)) + "."


TEXTS: dict[str, Callable[[], str]] = {
    "one_line_of_50_mb": lambda: run(SAID, 50 * MB),
    "one_letter_over_the_largest": lambda: run(SAID, LARGEST + 1),
    "largest_of_one_letter": lambda: "a" * LARGEST,
    "largest_of_one_capital": lambda: "A" * LARGEST,
    "largest_of_digits": lambda: run("1234567890", LARGEST),
    "largest_of_blanks_and_a_word": lambda: " " * (LARGEST - 5) + "word.",
    "largest_of_line_ends": lambda: "Ali said so." + "\n" * (LARGEST - 12),
    "largest_of_one_word": lambda: run("word ", LARGEST),
    "largest_of_lines_of_one_word": lambda: run("word\n", LARGEST),
    "largest_of_lines_of_one_letter": lambda: run("a\n", LARGEST),
    "largest_of_full_stops": lambda: "." * LARGEST,
    "largest_of_straight_quotes": lambda: '"' * LARGEST,
    "largest_of_opening_quotes": lambda: "“" * LARGEST,
    "largest_of_closing_quotes": lambda: "”" * LARGEST,
    "largest_of_apostrophes": lambda: "'" * LARGEST,
    "largest_of_quoted_letters": lambda: run("“a” ", LARGEST),
    "largest_of_combining_marks": lambda: "Ali said so. e" + "\u0301" * (LARGEST - 14),
    "largest_of_right_to_left_marks": lambda: "Ali said so. " + "\u202e" * (LARGEST - 13),
    "largest_of_zero_width_joiners": lambda: run("a\u200d", LARGEST),
    "largest_of_emoji": lambda: run("\U0001f600", LARGEST),
    "largest_of_chinese": lambda: run("市長說要造橋", LARGEST),
    "quotes_nested_1000_deep": lambda: nested_quotes(1000),
    "quotes_nested_1000_deep_with_words": lambda: quoted_levels(1000),
    "unbalanced_100000_opening": lambda: run("“we build ", 1_000_000),
    "unbalanced_100000_closing": lambda: run("we build” ", 1_000_000),
    "unbalanced_100000_straight": lambda: run('we "build ', 999_990),
    "unbalanced_100000_single": lambda: run("‘we build ", 1_000_000),
    "unbalanced_100000_apostrophes": lambda: run("the boys' ", 1_000_000),
    "unbalanced_100000_mixed": lambda: run("“we ‘are «to „build it’ ", 480_000),
    "unbalanced_100000_in_lines": lambda: run("“we build\n", 1_000_000),
    "unbalanced_100000_in_paragraphs": lambda: run("we “build\n\n", 1_100_000),
    "towers_of_combining_marks": lambda: run("z\u0300\u0301\u0302\u0303\u0304\u0305a\u0316 ", 500_000),
}
PAGES: dict[str, Callable[[], str]] = {
    "divs_10000_deep": lambda: deep("<div>", "</div>"),
    "spans_10000_deep": lambda: deep("<span>", "</span>"),
    "tables_10000_deep": lambda: deep("<table><tr><td>", "</td></tr></table>"),
    "blockquotes_10000_deep": lambda: deep("<blockquote>", "</blockquote>"),
    "lists_10000_deep": lambda: deep("<ul><li>", "</li></ul>"),
    "captions_10000_deep": lambda: deep("<div class='caption byline'>", "</div>"),
    "made_up_elements_10000_deep": lambda: deep("<x-y>", "</x-y>"),
    "divs_never_closed": lambda: article("<div>so " * 100_000),
    "paragraphs_never_closed": lambda: article("<p>so " * 100_000),
    "bold_never_closed": lambda: article("<b><i><p>so " * 10_000),
    "a_million_elements": lambda: article("<i>x</i>" * 240_000),
    "a_million_empty_elements": lambda: article("<br>" * 480_000),
    "many_links": lambda: article("<a href=x>read more</a> " * 80_000),
    "attribute_of_1_mb": lambda: article(f"<p class='{run('caption ', MB)}'>{SAID}</p>"),
    "attributes_1000_of_them": lambda: article(
        "<p " + " ".join(f"a{number}='{run('so ', 1000)}'" for number in range(1000)) + f">{SAID}</p>"
    ),
    "style_attribute_of_1_mb": lambda: article(f"<p style='{run('color: red; ', MB)}'>{SAID}</p>"),
    "pictures_inside_20_mb": lambda: article(
        "".join(
            f'<img src="data:image/png;base64,{run("iVBORw0KGgo", 2 * MB)}"><p>{SAID}</p>' for _ in range(10)
        )
    ),
    "pictures_in_styles_20_mb": lambda: article(
        f"<p>{SAID}</p>",
        head="<style>"
        + "".join(f".a{{background:url(data:image/png;base64,{run('A/b+', 2 * MB)})}}" for _ in range(10))
        + "</style>",
    ),
    "script_of_10_mb": lambda: article(f"<script>{run('var a = 1 < 2; // <p>', 10 * MB)}</script>"),
    "linked_data_of_2_mb": lambda: article(
        "", head='<script type="application/ld+json">' + run('{"headline": ', 1_900_000) + "</script>"
    ),
    "linked_data_of_strings": lambda: article(
        "",
        head='<script type="application/ld+json">' + run('"headline" : "a\\\\', 1_900_000) + "</script>",
    ),
    "comment_of_10_mb": lambda: article(f"<!--{run('so - ', 10 * MB)}-->"),
    "entities_200000": lambda: article("<p>" + run("&amp;&#x110000;&#0;&nbsp;", 1_900_000) + "</p>"),
    "metas_40000": lambda: article("", head='<meta name="author" content="Ana Ruiz, Bo Lind">' * 38_000),
    "title_of_1_mb": lambda: article("", head="</title><title>" + run("The bridge | ", MB) + "</title>"),
    "headings_50000": lambda: article("<h1>The bridge of Velden</h1>" * 50_000),
    "times_50000": lambda: article('<time datetime="2023-10-17">17</time>' * 45_000),
    "figures_20000": lambda: article(
        "<figure><img src=a.png><figcaption>So (AP)</figcaption></figure>" * 28_000
    ),
    "preformatted_lines": lambda: article("<pre>" + run("so it is\n", 1_900_000) + "</pre>"),
    "one_paragraph_of_2_mb": lambda: article("<p>" + run("so it is ", 1_900_000) + "</p>"),
    "opening_angles": lambda: article("<" * 1_900_000),
    "open_comments": lambda: article("<!-- " * 300_000),
    "declarations_of_encoding": lambda: '<?xml encoding="' * 100_000 + article(""),
}
# Families of characters that some expression of ours repeats: runs of them must not cost their square.
FAMILIES = (
    *(" ", "\t", "\n", "\r", "\xa0", "\u3000", "A", "a", "é", "1", "_", ".", "-", "–", "—", ",", ":", ";"),
    *(
        "!",
        "?",
        "(",
        ")",
        "[",
        "]",
        "{",
        "<",
        ">",
        "|",
        "/",
        "\\",
        "*",
        "@",
        "#",
        "&",
        "©",
        "'",
        '"',
        "`",
        "«",
    ),
    *(
        "A ",
        "Ab ",
        "Ab. ",
        "A.",
        "A-",
        "A'",
        "a-",
        "a ",
        "a, ",
        "1 ",
        "1. ",
        "1,",
        "- ",
        ". ",
        ", ",
        " (",
        '" ',
    ),
    *("[1]", "[ ", "(a", "(AP) ", "... ", "…", "\n- ", "\r\n", " \n", "a\n", "\n\n", "Ab\n", "Ab:\n", "1.\n"),
    *(
        "By Ab ",
        "In a, ",
        "said ",
        "has ",
        "to ",
        "that ",
        "not ",
        "Ab said ",
        "cited ",
        "was quoted ",
        "denied ",
    ),
    *(
        "Ab's ",
        "his ",
        "the ",
        "and ",
        "Source: ",
        "via ",
        "Photo: ",
        "May 1, ",
        "10:00 ",
        "http://",
        "a@",
        "AP/",
    ),
    *(
        "AB-- ",
        "A- A\n",
        '1"',
        "<!---->",
        "<a ",
        "<p",
        "</p>",
        "&lt;",
        "<!--",
        "date ",
        "2023-10-",
        "\u200b",
        "\u0301",
        "i.e. ",
        "Ab, Ab and ",
    ),
)


def made(name: str) -> str:
    """The text of a hostile input."""
    return (TEXTS.get(name) or PAGES[name])()


def family(of: str) -> str:
    """A report with a long run of a family of characters in it."""
    long, short = run(of, FAMILY), run(of, 5000)
    around = f"{short}Ali said {short}, Bo Lind said. “We {short} told Ana that {short}go,” said Bo {short}"
    return f"{SAID}\n\nAli said {long}\n\n{short}\n\n{around}\n\nAli was quoted{short}as saying{short}"


def write(folder: Path, name: str) -> Path:
    """The file of a hostile input."""
    path = folder / (name + (".txt" if name in TEXTS else ".html"))
    path.write_text(made(name), encoding="utf-8", newline="")
    return path


if __name__ == "__main__":
    for each in sys.argv[2:] or [*TEXTS, *PAGES]:
        print(write(Path(sys.argv[1]), each))
