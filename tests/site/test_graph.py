"""Ways and PageRank, against the plain way to compute them."""

from collections import deque

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from seo_audit.site.joins.graph import Graph, page_rank, ways_from

edges = st.sets(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda e: e[0] != e[1]))


def made(found: set[tuple[int, int]], count: int = 10) -> Graph:
    rows = sorted(found)
    return Graph(
        count,
        np.array([a for a, _ in rows], np.int64),
        np.array([b for _, b in rows], np.int64),
    )


@given(edges)
def test_depths_as_a_queue_finds_them(found: set[tuple[int, int]]) -> None:
    wanted = {0: 0}
    queue = deque([0])
    while queue:
        page = queue.popleft()
        for a, b in sorted(found):
            if a == page and b not in wanted:
                wanted[b] = wanted[a] + 1
                queue.append(b)
    depth, before = ways_from(made(found), 0)
    assert [int(d) for d in depth] == [wanted.get(page, -1) for page in range(10)]
    for page in wanted.keys() - {0}:
        assert (int(before[page]), page) in found
        assert wanted[int(before[page])] == wanted[page] - 1


@given(edges)
def test_ranks_are_shares_and_do_not_move(found: set[tuple[int, int]]) -> None:
    rank = page_rank(made(found))
    assert abs(rank.sum() - 1) < 1e-6
    degree = {a: sum(x == a for x, _ in found) for a in range(10)}
    passed = [sum(rank[a] / degree[a] for a, b in found if b == page) for page in range(10)]
    again = 0.85 * np.array(passed)
    again += (1 - again.sum()) / 10
    assert np.abs(again - rank).max() < 1e-6


def test_a_long_chain() -> None:
    count = 20_000
    depth, _ = ways_from(made({(n, n + 1) for n in range(count - 1)}, count), 0)
    assert int(depth[-1]) == count - 1
