"""The links between pages as a graph: how far each page is from the home page, by which way, and what PageRank it has."""

from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

Numbers = NDArray[np.int64]

DAMPING = 0.85
"""Share of readers who follow a link (Brin and Page 1998, “The anatomy of a large-scale hypertextual web search engine”)."""
ROUNDS = 100
CLOSE = 1e-9


class Graph(Struct):
    """Pages as numbers and links between them, each pair once, none from a page to itself, sorted by their starts."""

    count: int
    starts: Numbers
    ends: Numbers


def ways_from(graph: Graph, home: int) -> tuple[Numbers, Numbers]:
    """How many clicks each page is from a page, and the page that comes before it on a shortest way; -1 for none.

    Of several shortest ways it is the one through the page with the smallest number.
    """
    depth = np.full(graph.count, -1, np.int64)
    before = np.full(graph.count, -1, np.int64)
    first = np.searchsorted(graph.starts, np.arange(graph.count + 1))
    depth[home] = 0
    frontier = np.array([home], np.int64)
    clicks = 0
    while len(frontier):
        clicks += 1
        counts = first[frontier + 1] - first[frontier]
        total = int(counts.sum())
        if not total:
            break
        offsets = np.repeat(first[frontier] - np.append(0, np.cumsum(counts)[:-1]), counts)
        reached = graph.ends[offsets + np.arange(total)]
        sources = np.repeat(frontier, counts)
        new = depth[reached] < 0
        reached, sources = reached[new], sources[new]
        # sorted by page, then by the page before it: the first of each is the smallest
        order = np.lexsort((sources, reached))
        pages, at = np.unique(reached[order], return_index=True)
        depth[pages] = clicks
        before[pages] = sources[order][at]
        frontier = pages
    return depth, before


def page_rank(graph: Graph) -> NDArray[np.floating[Any]]:
    """The PageRank of each page among those of the site; their sum is 1."""
    count = graph.count
    if not count:
        return np.zeros(0)
    degree = np.bincount(graph.starts, minlength=count)
    weight = 1 / np.maximum(degree, 1)
    rank = np.full(count, 1 / count)
    for _ in range(ROUNDS):
        # the edges are sorted by their starts
        given = np.repeat(rank * weight, degree)
        passed = np.bincount(graph.ends, weights=given, minlength=count)
        found = DAMPING * passed
        found += (1 - found.sum()) / count
        if np.abs(found - rank).sum() < CLOSE:
            return found
        rank = found
    return rank
