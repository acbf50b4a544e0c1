"""What pages and sitemaps tell search engines, against each other."""
