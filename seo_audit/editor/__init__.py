"""The language server: what an editor shows of an article while it is written."""
