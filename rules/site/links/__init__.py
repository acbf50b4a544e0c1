"""Links between pages, and where they lead."""
