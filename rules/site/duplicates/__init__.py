"""Pages that say the same, or little."""
