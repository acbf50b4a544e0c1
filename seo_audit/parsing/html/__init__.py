"""HTML: from a source to a document."""


def dump(markup: str) -> str:
    """The page's tree, a node a line, as `dumping.dump` writes it: for tests and for people.

    Raises:
        TooManyRepairsError: tags closed in the wrong order ask for too many elements.
    """
    # Markdown asks this package about elements, and needs no parser of pages
    from seo_audit.parsing.html import dumping  # noqa: PLC0415

    return dumping.dump(markup)
