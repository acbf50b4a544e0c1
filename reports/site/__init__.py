"""Report formats of a whole site: one module a format, with `render`."""
