"""Images and frames."""
