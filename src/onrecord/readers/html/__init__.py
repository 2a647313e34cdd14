"""Saved web pages: `reading.read` is the way in; one stage a file."""
