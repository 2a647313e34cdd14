"""Photo captions that stand as paragraphs in the running text."""

import re

from onrecord.text.zone_words import zone_words

LONGEST = 400  # characters; a longer paragraph is the report
LONGEST_VERBLESS = 45  # words
LONGEST_NAME = 12  # words of the name that opens a caption without a verb
_FILE = re.compile(
    r"(?:FILE|File)(?: PHOTO| photo)?\s*[-–—:]|In this [^.]{0,60}\b(?:file )?(?:photo|image)\b"
)
_MAKER = re.compile(r"\([^()]{0,60}(?:AP|Getty|Reuters|REUTERS|AFP|EPA|Photo|File)\b[^()]{0,60}\)")
_QUOTED = re.compile(r"[\"“”„«»]")
_WORD = re.compile(r"[\w'’.-]+")
_BRACKETED_END = re.compile(r"[(\[](?P<inside>[^()\[\]]{2,90})[)\]]\.?\Z")
_LABELLED_END = re.compile(
    r"(?:^|[.!?”\"]\s+|\s[|/–—-]\s)(?i:photo|image|picture|photograph|illustration|credit)s?"
    r"(?:\s+(?:by|credit|courtesy(?:\s+of)?))?\s*:\s*[©A-ZÀ-Þ][^.!?]{2,60}\.?\Z"
)
_PICTURE_WORD = re.compile(
    r"\b(?:photo|image|picture|photograph|screengrab|screenshot|video still|file|handout|illustration)\b",
    re.I,
)
_PRONOUN = re.compile(r"(?:I|We|You|He|She|It|They|There|This|That|These|Those|What|Who|My|Our)\b.*")
_NAME_WORD = re.compile(r"[\w'’.-]+,?\s+")
_GENITIVE = re.compile(r"(?:['’]s|s['’])\s*\Z")
_SEATED = re.compile(
    r"\s*\(?,?\s*\(?(?:second from (?:left|right)|left|right|cent(?:er|re)|[LRC])\)?,?\s*", re.IGNORECASE
)


def is_caption(line: str) -> bool:
    """Whether a paragraph describes a picture: it says so, names its maker, or is a name and a participle."""
    return says_picture(line) or len(line) <= LONGEST and _is_verbless(line)


def says_picture(line: str) -> bool:
    """Whether a paragraph says itself that it belongs to a picture."""
    if len(line) > LONGEST:
        return False
    if _FILE.match(line) or line.strip(" .").casefold() in zone_words().picture_only:
        return True
    says_so = zone_words().caption.match(line) and not _QUOTED.search(line)
    return bool(says_so) or _names_maker(line)


def caption_end(line: str) -> int:
    """Where a caption ends that runs into the report: "FILE - In this … (AP Photo/Jane Doe) ARDEH (AP) —"."""
    maker = _MAKER.search(line) if _FILE.match(line) else None
    return maker.end() if maker and line[maker.end() :].strip(" .") else 0


def _names_maker(line: str) -> bool:
    """`… . (Photo: Jane Doe)`, `… (Jane Doe/AP)`, `… . Image: Jane Doe.`"""
    bracket = _BRACKETED_END.search(line)
    if bracket:
        inside = bracket["inside"]
        if _PICTURE_WORD.search(inside) and len(inside.split()) <= LONGEST_NAME:
            return True
        if inside.strip(" .").casefold() in zone_words().picture_only:
            return True
        return "/" in inside and bool(zone_words().picture_agency.search(inside))
    return bool(_LABELLED_END.search(line)) and not _QUOTED.search(line)


def _is_verbless(line: str) -> bool:
    """`President Mona Kell surrounded by photos of engineers who died.`: a name, a participle, no verb."""
    words = _WORD.findall(line)
    if (
        len(words) > LONGEST_VERBLESS
        or _QUOTED.search(line)
        or ":" in line
        or re.search(r"[.!?]\s+[A-Z]", line)
    ):
        return False
    participle = _after_name(line)
    return participle is not None and not _has_verb(_WORD.findall(line[participle:]))


def _after_name(line: str) -> int | None:
    """Where the participle behind the opening name begins."""
    at, names = 0, 0
    for number in range(LONGEST_NAME):
        seat = _SEATED.match(line, at)
        shown = zone_words().shown.match(line, seat.end() if seat else at)
        if shown:
            return shown.start() if names and not _GENITIVE.search(line, 0, at) else None
        word = _NAME_WORD.match(line, at)
        if not word or not _in_name(word[0].strip(" ,"), first=not number):
            return None
        at, names = word.end(), names + (word[0].strip(" ,").casefold() not in zone_words().in_name)
    return None


def _in_name(word: str, *, first: bool) -> bool:
    """Whether a word can stand in the name that opens a caption; "But", "She" or "Is" open a sentence."""
    known, small = zone_words(), word.casefold()
    if small in known.in_name:
        return True
    opens_sentence = first and (
        _PRONOUN.fullmatch(word) or small in known.small | known.finite | known.relative
    )
    return word[:1].isupper() and not opens_sentence


def _has_verb(words: list[str]) -> bool:
    """Whether a verb stands outside a relative clause; a word in -ed counts unless "by" follows it."""
    known = zone_words()
    following = [*words[1:], ""]
    for number, (written, after) in enumerate(zip(words, following, strict=True)):
        word = written.strip(".,'’")
        if word.casefold() in known.relative:
            return False
        if word in known.finite or number and word.endswith("ed") and after != "by" and len(word) > 3:
            return True
    return False
