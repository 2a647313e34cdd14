"""Web archives (WARC, ARC, WACZ): `items.items` and `wacz.items` are the ways in."""
