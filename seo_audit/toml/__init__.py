"""TOML read with the place of every key; file patterns."""
