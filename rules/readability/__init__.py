"""How the sentences read."""
