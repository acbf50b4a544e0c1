"""HTML as Markdown: what is pasted becomes text an author can go on with."""
