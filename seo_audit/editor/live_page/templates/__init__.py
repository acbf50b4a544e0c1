"""The page's template, styles and script."""
