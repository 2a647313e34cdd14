"""The reading room: a local site on the store, to search, read and compare in."""
