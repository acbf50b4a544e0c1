"""What an article can be meant for."""

PROFILES = ("article", "news", "guide", "langage-clair")
"""Sets of thresholds, the usual one first."""
