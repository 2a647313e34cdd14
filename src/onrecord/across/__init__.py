"""Across articles: which statements are one utterance, and how their reports differ."""
