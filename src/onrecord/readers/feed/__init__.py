"""Feeds (RSS, Atom, RDF): `items.items` is the way in, `fragment.read` reads one entry."""
