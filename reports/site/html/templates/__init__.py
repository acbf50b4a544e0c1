"""Templates, styles and script of the site's page."""
