"""Tests that need the extra `site` are for those who have it."""

from importlib.util import find_spec

collect_ignore_glob = [] if find_spec("duckdb") else ["test_*.py"]
