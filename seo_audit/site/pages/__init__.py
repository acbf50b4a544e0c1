"""One page of a site: its own audit, and what is kept of it."""
