"""Days as they are told beside a statement: enough to tell two events apart and to step over a date."""

import re

from onrecord.lang.dates import english_dates

_WEEKDAY = rf"(?:{'|'.join(w for w in english_dates().weekdays if w.endswith('day'))})"
_MONTH = rf"(?:{'|'.join(sorted(english_dates().months, key=len, reverse=True))})\b\.?"
_PART = r"(?:\s+(?:morning|afternoon|evening|night))?"
_LEAD = r",?\s*(?:(?:on|late|early|last|this|earlier|later)\s+){0,3}"

DAY = re.compile(rf"\b(?:{_WEEKDAY}|{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})\b", re.IGNORECASE)
TIME = re.compile(  # to be stepped over between an occasion and its place
    rf"{_LEAD}(?:{_WEEKDAY}|today|yesterday|tonight|week|month|year|{_MONTH}(?:\s+\d{{1,2}})?(?:,?\s+\d{{4}})?"
    rf"|\d{{1,2}}\s+{_MONTH}(?:\s+\d{{4}})?)\b{_PART}",
    re.IGNORECASE,
)
DATED = re.compile(  # in front of a noun: "an October 17, 2023 | meeting"
    rf"(?:{_WEEKDAY}|{_MONTH}|\d{{1,4}}(?:st|nd|rd|th)?)(?:['’]s)?,?\s+", re.IGNORECASE
)
