"""Picture credits inside a caption: where the caption's words end and the credit begins."""

import re

from onrecord.readers.html.words import WORDS, any_of

LABEL = any_of(WORDS["pictures"]["labels"])
AGENCY = any_of(WORDS["pictures"]["agencies"])
NAME = r"[^\W\d_a-zß-öø-ÿа-я][\w.'’@-]*"  # a capital first, or a letter of a script without capitals
NAMES = rf"{NAME}(?:\s(?:{NAME}|de|van|von|der|al|el|di|da|la)){{0,4}}"
BEGINS = (
    re.compile(
        rf"[(\[]\s*(?:(?:{LABEL})\b\s*(?:by\b|:|/|courtesy|-)?|©|via\b|courtesy\b)[^()\[\]]*[)\]]?\s*\.?$",
        re.I,
    ),
    re.compile(
        rf"(?:^|[\s.|–—,-])(?:{LABEL})\s*(?:(?:credit|by|courtesy(?:\s+of)?)\s*:?|:|©|/)\s*\S.{{0,120}}$",
        re.I,
    ),
    re.compile(r"(?:©|\(c\)|ⓒ|（Ｃ）)\s*\S.{0,120}$", re.I),
    re.compile(rf"\((?:[^()]*[\s/,-])?(?:{AGENCY})(?:[\s/,.-][^()]*)?\)\s*\.?$"),
    re.compile(rf"[\[](?:[^\[\]]*[\s/,-])?(?:{AGENCY})(?:[\s/,.-][^\[\]]*)?\]\s*\.?$"),
    re.compile(
        rf"(?:(?<=[.!?|”\"’)])|\s[|–—-])\s*(?:[^.!?|]{{0,60}}?[\s/,])?(?:via\s+)?(?:{AGENCY})(?:[\s/].{{0,40}})?$"
    ),
    re.compile(r"\|\s*\S.{0,80}$"),
    re.compile(r"(?<=[.!?…][\s”\"’])\s*\([^()]{2,60}\)\s*$"),  # "… on Monday. (Ann Lee)"
    # "… on Monday. Ann Lee/City Press"
    re.compile(rf"(?<=[.!?…])[”\"’]?\s+{NAMES}(?:\s?[/,]\s?[^.!?]{{1,50}})?$"),
    re.compile(r"\s/\s[^\W\d_].{1,60}$"),
    re.compile(r"[＝=]\s*[^\s＝=。]{1,30}$"),
    re.compile(r"\s(?:courtesy(?:\s+of)?|handout(?:\s+(?:via|by))?)\s*:?\s\S.{0,80}$", re.I),
)
ALONE = re.compile(
    rf"""\W*(?:{NAMES})(?:\s?/\s?|\svia\s|\s[-–]\s)[\w\ .'’/@-]{{2,60}}\W*  # "Ann Lee / City Press"
    |[\w\ .]{{2,40}}\s[-–/]\s(?:[\w-]+\.)+(?:com|net|org)  # "annlee - stock.example.com"
    |\W*(?:{AGENCY})\W*
    |\(\s*{NAMES}\s*\)""",
    re.VERBOSE,
)
LEAST_CAPTION = 12  # characters before a credit that are a caption of their own


def credit_from(text: str) -> int | None:
    """Where the credit at the end of a caption begins: 0 when the whole is one, None when there is none."""
    if ALONE.fullmatch(text):
        return 0
    starts = [found.start() for found in (pattern.search(text) for pattern in BEGINS) if found]
    if not starts:
        return None
    start = min(starts)
    while start < len(text) and text[start] in ' .|–—,!?"”’)-\n\xa0':
        start += 1
    return 0 if start < LEAST_CAPTION else start
