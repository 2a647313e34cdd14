"""The tests; each one's docstring is the sentence it proves."""
