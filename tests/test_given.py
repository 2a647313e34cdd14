"""What the user knows: options before the manifest, and a manifest whose mistakes are named by line."""

from pathlib import Path

import pytest

from onrecord.errors import UsageError
from onrecord.readers.given import Given, given_date, key, read_manifest


def written(folder: Path, text: str) -> Path:
    """A manifest with this text."""
    path = folder / "articles.csv"
    path.write_bytes(text.encode())
    return path


def test_manifest(tmp_path: Path) -> None:
    """Each row says what is known of one file; empty cells say nothing."""
    header, first = "path,outlet,url,date,title", "a.txt,Ardeh Times,,2023-10-17,"
    text = "\r\n".join([header, first, 'b/c.html,,https://x.example/1,,"Go, now"', ""])
    rows = read_manifest(written(tmp_path, text))
    assert rows == {
        "a.txt": Given(
            outlet="Ardeh Times", published="2023-10-17", outlet_place="manifest", published_place="manifest"
        ),
        "b/c.html": Given(
            url="https://x.example/1", title="Go, now", outlet_place="manifest", published_place="manifest"
        ),
    }


def test_columns_may_be_left_out(tmp_path: Path) -> None:
    """Only `path` is needed; columns come in any order, with a byte order mark or blanks around."""
    rows = read_manifest(written(tmp_path, "\ufeffdate, path\n2023-10, ./a.txt\n\n"))
    assert rows["a.txt"].published == "2023-10"


WRONG = [
    ("outlet,date\nx,2023\n", "needs a column path; its first line names them: path,outlet,url,date,title"),
    ("path,day\na.txt,2023\n", "does not know the column 'day'; its first line"),
    (
        "path,date\na.txt,2023\nb.txt,yesterday\n",
        "articles.csv line 3: 'yesterday' is no date; write it as 2023, ",
    ),
    ("path,date\n,2023\n", "articles.csv line 2 names no path"),
    ("path\na.txt\n./a.txt\n", "articles.csv line 3: ./a.txt stands in the manifest twice"),
    ("", "needs a column path"),
]


@pytest.mark.parametrize("text, message", WRONG)
def test_wrong_manifest(tmp_path: Path, text: str, message: str) -> None:
    """A mistake in the manifest is named with its line and the way out."""
    with pytest.raises(UsageError) as error:
        read_manifest(written(tmp_path, text))
    assert message in str(error.value)


def test_manifest_that_cannot_be_read(tmp_path: Path) -> None:
    """A manifest that is missing or not UTF-8 is an error of the command."""
    with pytest.raises(UsageError, match="cannot be read"):
        read_manifest(tmp_path / "none.csv")
    (tmp_path / "x.csv").write_bytes(b"path\n\xff\n")
    with pytest.raises(UsageError, match="not UTF-8"):
        read_manifest(tmp_path / "x.csv")


def test_options_go_before_the_manifest() -> None:
    """What an option says stands; what it leaves out comes from the manifest, with its place."""
    row = Given(outlet="B", published="2023", url="u", outlet_place="manifest", published_place="manifest")
    assert Given(outlet="A").over(row) == Given(
        outlet="A", published="2023", url="u", outlet_place="--outlet", published_place="manifest"
    )


DATES = [
    ("2023", "2023"),
    ("2023-10", "2023-10"),
    ("2023-10-17", "2023-10-17"),
    ("2023-10-17 14:05", "2023-10-17T14:05:00"),
]


@pytest.mark.parametrize("text, value", DATES)
def test_dates(text: str, value: str) -> None:
    """Dates are as exact as they were written."""
    assert given_date(text, where="--published") == value


@pytest.mark.parametrize("text", ["", "soon", "2023-13", "2023-02-30", "17/10/2023", "2023-10-17T25:00"])
def test_no_dates(text: str) -> None:
    """What is no date is refused, with where it stood."""
    with pytest.raises(UsageError, match=r"^--published: "):
        given_date(text, where="--published")


def test_names_are_compared_as_paths() -> None:
    """./a.txt and a.txt are one file, and so are the two kinds of slashes."""
    assert key("./b/a.txt") == key("b\\a.txt") == "b/a.txt"
