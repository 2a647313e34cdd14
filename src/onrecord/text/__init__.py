"""An article's text taken apart: zones, paragraphs, sentences, quotations, marks."""
