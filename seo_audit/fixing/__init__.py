"""Edits: chosen, proved, made; shown as a diff, written."""
