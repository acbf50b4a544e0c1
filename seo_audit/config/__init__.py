"""Configuration files, options, and what holds for one article."""
