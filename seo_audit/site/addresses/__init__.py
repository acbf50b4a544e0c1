"""Addresses of a site: taken apart, resolved, redirected; where the site itself stands."""
