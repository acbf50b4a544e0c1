"""What measures are computed with: keyphrases, passages, look-ups on the disk."""
