"""Records of all pages on disk, joined."""
