"""HTML: from a source to a document."""
