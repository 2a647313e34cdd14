"""Comparisons in the store: of all of it, or of one case; each is kept whole and replaced whole.

keep.py       keep(db, Result): the new one in place of the old one, in one transaction
rows.py       an utterance as rows of the tables
ids.py        which id an utterance has: one given before, or a new one
earlier.py    Earlier: the records to compare, and what of the last comparison still holds
state.py      state(db, case) -> Kept: what is kept, counted, and what came since
pairs.py      how like statements are, for the next time
utterances.py utterance, utterances, of_attribution: one, a list, those a statement reports
near.py       near(db, attribution): the statements most like one
whole.py      comparison, as_json, lines: all of it, as `onrecord compare` gives it
leave.py      drop(db, article): what tells of an article that is forgotten or read anew goes
"""
