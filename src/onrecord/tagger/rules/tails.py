"""What may stand between a reporting word and what is reported: to whom, when, where."""

import re

from onrecord.tagger.rules.speakers import DAYS
from onrecord.tagger.rules.veil import VEIL

_DAY = rf"(?:(?:on|late|early|earlier|last|this)\s+)?(?:{DAYS})(?:\s+(?:morning|afternoon|evening|night))?"
_TIME = (
    rf"(?:{_DAY}|today|yesterday|tonight|recently|earlier|later|then|again|last\s+\w+|this\s+\w+|[a-z]+ly)"
)
_TO_WHOM = (
    r"(?:me|him|her|us|them|you|reporters|supporters|voters|journalists|lawmakers|people|investigators|officials"
    r"|everyone|(?:[Tt]he\s+|an?\s+|his\s+|her\s+|its\s+|their\s+)?(?:[A-Z][\w.&’'-]*[\w’']\s*){1,6}(?:[a-z]+\s+board)?"
    r"|(?:the|an?|his|her|its|their|one|another|some)\s+(?:[\w’'-]+\s+){0,2}?[\w’'-]+)"
)
_WHERE = (
    r"(?:in|on|at|to|of|about|during|after|before|from|via|through|with|by|when|as|for|while|into|without|over)"
    rf"\s+[^;{VEIL}]{{1,140}}?"
)
_EDGE = rf"(?=[\s,:.{VEIL}]|$)"
_TAIL = rf"(?:\s+{_TO_WHOM}(?=[\s,:;.{VEIL}]|$))?(?:,?\s+(?:{_TIME}|{_WHERE}){_EDGE}){{0,2}}?"
_BEGINS = (  # how a clause without "that" begins
    r"(?=(?:he|she|it|they|we|I|you|there|this|these|those|the|an?|his|her|its|their|my|our|no|not|any|all|both|many"
    r"|most|some|one|two|such|if|what|why|how|whether|who|when|[A-Z\d$])\b"
    rf"|[A-Z$\d{VEIL}]|[a-z]+s\b"
    r"|[a-z]+\s+(?:and\s+[a-z]+\s+)?(?:is|are|was|were|will|would|can|could|should|has|have|had|may|might|must)\b)"
)

TO_THAT = re.compile(rf"{_TAIL},?\s+(?=that\s)")
TO_QUOTATION = re.compile(rf"{_TAIL}(?:\s+that)?,?\s*[,:]?\s*(?:[-–—]\s*)?(?={VEIL})")
TO_CLAUSE = re.compile(rf"(?:\s+{_TIME})?\s+{_BEGINS}")
TO_CLAUSE_TOLD = re.compile(rf"\s+{_TO_WHOM}(?:\s+{_TIME})?\s+{_BEGINS}")
TO_END = re.compile(rf"{_TAIL}\s*(?:[.!?]*\s*$|(?=,\s*(?!that\b)|{VEIL}|[;—–]))")
