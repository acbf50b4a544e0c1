"""What the text says, and whether there is enough of it."""
