"""HTML: from a source to a document."""

from seo_audit.parsing.html.dumping import dump

__all__ = ["dump"]
