"""Rules about a whole site: each sees all pages."""
