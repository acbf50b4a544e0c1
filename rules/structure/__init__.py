"""Headings, paragraphs, lists, sections."""
