"""Where the keyphrase stands, and how often."""
