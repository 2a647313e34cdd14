"""Tables of articles (JSON Lines, JSON, CSV, TSV): `items.items` is the way in."""
