"""The store: articles and their statements in one SQLite file that Datasette opens as it is.

database.py   opened(path, create=False): a connection, migrated and checked, or a StoreError in words
migrate.py    the numbered SQL files of migrations/, each in one transaction
write.py      put, replace, link: an article with all that was found in it, all of it or nothing
find.py       known, record, records, matching, cases: what the store holds, as it was put in
search.py     search(db, Query) -> Found Hits; query.py and words.py: what is typed, as safe SQL; snippets.py
stats.py      stats(db): what there is, counted
forget.py     forget(db, article): it and everything that hangs on it, counted; its words leave the file
backup.py     backup(db, path): a copy while the store is in use
dates.py      EDTF to the first and last day it can mean
faults.py     SQLite's errors in words: none of them leaves this package

A connection is passed in; every function is one transaction. Writers take the lock at once (BEGIN IMMEDIATE).
"""
