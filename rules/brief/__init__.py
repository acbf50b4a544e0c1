"""What the article was asked to be."""
