"""Days as they are told beside a statement: enough to tell two events apart and to step over a date."""

import re

from onrecord.lang.dates import english_dates

WEEKDAY = rf"(?:{'|'.join(w for w in english_dates().weekdays if w.endswith('day'))})"
MONTH = rf"(?:{'|'.join(sorted(english_dates().months, key=len, reverse=True))})\b\.?"
_PART = r"(?:\s+(?:morning|afternoon|evening|night))?"
_LEAD = r",?\s*(?:(?:on|late|early|last|this|earlier|later)\s+){0,3}"

_NAMES = "|".join(sorted((m.capitalize() for m in english_dates().months), key=len, reverse=True))
_DAYS = "|".join(w.capitalize() for w in english_dates().weekdays if w.endswith("day"))
DAY = re.compile(rf"\b(?:{_DAYS}|(?:{_NAMES})\b\.?\s+\d{{1,2}}|\d{{1,2}}\s+(?:{_NAMES}))\b")
TIME = re.compile(  # to be stepped over between an occasion and its place
    rf"{_LEAD}(?:{WEEKDAY}|today|yesterday|tonight|week|month|year|{MONTH}(?:\s+\d{{1,2}})?(?:,?\s+\d{{4}})?"
    rf"|\d{{1,2}}\s+{MONTH}(?:\s+\d{{4}})?)\b{_PART}",
    re.IGNORECASE,
)
PAST = re.compile(  # another time than that of the event the text runs on about
    rf"\b(?:previously|earlier|later(?!\s+in\b)|once(?=\s+\w+ed\b|\s+said\b)|in\s+(?:{MONTH}(?:\s+\d{{4}})?|(?:19|20)\d\d)"
    rf"|(?:last|this)\s+(?:week|month|year|spring|summer|autumn|fall|winter|{MONTH})"
    r"|(?:days?|weeks?|months?|years?)\s+(?:ago|earlier|before|later))\b",
    re.IGNORECASE,
)
DATED = re.compile(  # in front of a noun: "an October 17, 2023 | meeting"
    rf"(?:{WEEKDAY}|{MONTH}|\d{{1,4}}(?:st|nd|rd|th)?)(?:['’]s)?,?\s+", re.IGNORECASE
)
