"""Which part of a page is the article, and which is furniture."""

from dataclasses import dataclass, field

from seo_audit.parsing.tree import Tree


@dataclass(slots=True)
class Selection:
    """Node numbers of a page: subtrees to read, subtrees in them to leave out, and why."""

    chosen: list[int] = field(default_factory=list)
    skipped: dict[int, str] = field(default_factory=dict)


def select(tree: Tree) -> Selection:
    """Find the article."""
    best = [n for n, name in enumerate(tree.names) if name == "article"]
    if len(best) != 1:
        best = [n for n, name in enumerate(tree.names) if name == "main"]
    chosen = best[:1]
    if not chosen:
        chosen = [n for n, p in enumerate(tree.parents) if p < 0]
    out = Selection(chosen)
    for n, name in enumerate(tree.names):
        if name in ("nav", "footer", "aside", "header"):
            out.skipped[n] = name
    return out
