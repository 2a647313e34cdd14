"""Whether a clause tells of a day as still to come, or as past already, in words that are plain about it."""

import re
from datetime import date

from onrecord.dates.expression import Calendar, Expression
from onrecord.dates.telling import Telling
from onrecord.lang.acts import act_words

REACH = 200  # characters before a date in which its verb stands
NOW = 16  # characters of "today is the"
SOON = 45  # days behind a day within which a date with neither year nor weekday is of this year
_REST = r"(?:(?!\b(?:that|which|who|after|since|before|how|when|where|why)\b)[^.;:“”\"])*$"
_VERBS = (
    r"opens?|starts?|begins?|closes?|ends?|meets?|votes?|returns?|expires?|departs?|arrives?"
    r"|continues?|resumes?"
)
_PLAIN = r"(?<!\bto )(?<!\bwould )(?<!\bcould )(?<!\bdid )(?<!\bnot )"  # "was to open on 25 May" is past
_THERE = (
    r"(?:opens|begins|closes|resumes?|continues|reopens|leaves|departs) (?:in|at|for|to)"
    r" (?:[\w’'-]+ ){1,4}on(?=\s*$)"
)
_COMING = re.compile(
    r"(?P<cue>\b(?:will|(?:is|are) (?:now )?(?:due|set|scheduled|expected|slated|planned|booked|fixed|to)"
    r"|(?:plans?|wants?|hopes?|intends?|aims?) to"
    rf"|{_PLAIN}(?:(?:{_VERBS}) (?:its doors |again |here |there )?on|{_THERE}"
    r"|takes? (?:place|effect|office) on|(?:goes|go) on sale on)"
    r"|(?:days?|weeks?) (?:away|off)(?=,\s+on\s*$)"
    r"|comes? into (?:force|effect) on|faces? \w+ on|(?:is|are) on(?=\s*$)"
    r"|(?:has|have) been (?:called|set|scheduled|fixed|planned|booked) for"
    r"|(?:goes|go) to the polls on|kicks? off on|gets? under ?way on)\b|['’]ll\b)" + _REST
)
_NOW = re.compile(r"\b(?:[Ii]t|[Tt]oday|[Tt]onight) is\s+(?:the\s+)?\Z")
_LIMIT = re.compile(
    r"(?P<cue>\b(?:will|must|has|have|can|may|runs?|lasts?|remains?|(?:is|are)(?: \w+ed)?)\b)" + _REST
)
_OWNED = re.compile(r"(?:['’]s|\b(?:the|his|her|their|its|a|an))\s*$")
_OPENING = re.compile(r"\W*(?:[Oo]n|[Bb]y)\s+")
_AHEAD = re.compile(
    r",?\s+(?P<who>[^.,;:“”\"]{1,80}?) (?:will|must|is to|are to|is due to|are due to) (?!have\b)"
)
_OF = re.compile(r"(?<!\bevening)(?<!\bmorning)(?<!\bnight)(?<!\bweek)(?<!\bweekend) of\s+\Z")
_ADVERBIAL = re.compile(
    r"(?:\bon|\b(?:late|early) on|(?<!-)\b[a-z]+ed|\bon the (?:morning|evening|night) (?:of|to)"
    r"|\b(?:at|in|during) (?:an?|the|its|his|her|their) (?:[\w-]+ ){1,4}of|day,?(?: on)?"
    r"|\b\d{1,2}(?: and| to| or|,))\s+$|^\W*$|\(\s*$",
    re.IGNORECASE,
)
_AS_OF = re.compile(r"\bas of\s+$", re.IGNORECASE)
_INFINITIVE = re.compile(
    r"\bto\s+(?!(?:the|an?|his|her|their|its|this)\b|[a-z]+(?<!s)s\b)[a-z]+\b(?:\s+[\w'’-]+){0,8},?\s*(?:on\s+)?$"
)
_CLAUSES = re.compile(
    r"\b(?:which|that|who|where|when|after|before|as|while|because|since|until|whose)\b|[;:()“”\"—–]|,(?! \d)"
)
_BEHIND = re.compile(r"[ -](?P<word>[a-z]+)")


def is_coming(telling: Telling, e: Expression) -> bool:
    """ "Will meet on Thursday, October 16", "must reply by May 3"."""
    sentence = telling.layout.sentence(e.start)
    if sentence is None or e.bound in ("since", "before", "after"):
        return False
    before = telling.layout.text[max(sentence[0], e.start - REACH) : e.start]
    if _OWNED.search(before) or _OF.search(before):
        return False  # "will discuss the October 3 attack"
    if _OPENING.fullmatch(before):
        ahead = _AHEAD.match(telling.layout.text, e.end, min(sentence[1], e.end + REACH))
        return ahead is not None and not _has_past(ahead["who"])
    found = (_LIMIT if e.bound else _COMING).search(before)
    return found is not None and not _has_past(before[found.end("cue") :])


def is_now(telling: Telling, e: Expression) -> bool:
    """ "It is 20 May", "Today is Friday, May 20"."""
    return not e.bound and _NOW.search(telling.layout.text, max(0, e.start - NOW), e.start) is not None


def is_past(telling: Telling, e: Expression, day: date, today: date) -> bool:
    """ "Opened on Tuesday, February 19"; not where a plan is told of."""
    says, text = e.says, telling.layout.text
    if not isinstance(says, Calendar) or not is_surely(says, day, today):
        return False
    if e.bound not in (None, "since"):
        return e.bound == "by" and _had(telling, e)
    sentence = telling.layout.sentence(e.start) or (text.rfind("\n", 0, e.start) + 1, e.end)
    before = text[max(sentence[0], e.start - REACH) : e.start]
    if e.bound or _AS_OF.search(before):
        return True
    if says.year is None and not _is_adverbial(text, e, before):
        return False
    known, low = act_words(), before.lower()
    plans = set(re.findall(r"[a-z]+", low)) & (known.to_come | known.plans)
    told = _past_in(telling, e, before) or says.year is not None and telling.tense(e) == "past"
    return not plans and not _INFINITIVE.search(before) and told


def _had(telling: Telling, e: Expression) -> bool:
    """ "By May 3, twelve had died"."""
    sentence = telling.layout.sentence(e.start) or (e.start, e.end)
    return re.search(r"\bhad\b", telling.layout.text[slice(*sentence)]) is not None


def is_surely(says: Calendar, day: date, today: date) -> bool:
    """Whether it is that day and no other year's: the year is given, the weekday fits, or it is near."""
    if says.year is not None:
        return True
    return says.weekday == day.weekday() or says.weekday is None and (day - today).days <= SOON


def _is_adverbial(text: str, e: Expression, before: str) -> bool:
    """Whether a date says when: "on May 3", not "the May 3 vote" or "9/11"."""
    behind = _BEHIND.match(text, e.end)
    if behind is not None and behind["word"] not in act_words().around and not _is_past(behind["word"]):
        return False
    if e.part is not None and before.strip().lower() in ("", "at", "on", "in"):
        return True  # "At noon on May 3"
    return _ADVERBIAL.search(before) is not None and re.search(r"[A-Za-z]", text[e.start : e.end]) is not None


def _past_in(telling: Telling, e: Expression, before: str) -> bool:
    """Whether a verb of the past stands in the clause before a date, or the date opens it."""
    clause = _CLAUSES.split(before)[-1]
    if _has_past(clause):
        return True
    opens = (len(clause) == len(before) or clause.strip().lower() in ("", "on")) and not re.search(
        r"\b(?:is|are|has|have)\b", clause
    )
    return opens and telling.tense(e) == "past"


def _has_past(clause: str) -> bool:
    return any(_is_past(w) for w in re.findall(r"[\w’']+", clause))


def _is_past(word: str) -> bool:
    known = act_words()
    if word in known.finite:
        return word not in known.present and word not in known.to_come
    return word.islower() and (word.endswith("ed") and len(word) > 4 or word in known.past)
