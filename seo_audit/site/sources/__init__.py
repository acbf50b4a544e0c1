"""Where sites come from: folders, archives of crawls, sitemaps, maps of addresses."""
