"""Markdown: from a source to a document."""
