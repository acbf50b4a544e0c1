"""The brief and its texts: what an article was asked to be, and what comparing it with them gives."""
