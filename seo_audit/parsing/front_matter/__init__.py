"""Front matter: YAML, TOML, JSON, Pelican and Pandoc headers, each value with its place."""
