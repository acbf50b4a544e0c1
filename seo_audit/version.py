"""The tool's version: in reports, in the names of cache entries, in `seo-audit --version`."""

__version__ = "0.1.0"
