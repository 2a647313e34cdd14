"""Which tables of articles a file can be, told by its beginning."""


def is_table(head: bytes, name: str) -> bool:
    """Whether bytes begin a table of articles."""
    del head, name
    return False
