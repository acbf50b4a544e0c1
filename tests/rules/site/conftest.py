"""What tests of rules of a whole site share. They need the extra `site`, and are for those who have it."""

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from site_checking import CheckSite

# in a pattern * stands for folders too
collect_ignore_glob = [] if find_spec("duckdb") else ["*.py"]


@pytest.fixture
def check_site(tmp_path: Path) -> "CheckSite":
    """Run one rule on a site; ⟦marks⟧ in its files must be exactly where it finds fault."""
    from site_checking import checker  # it needs the extra

    return checker(tmp_path)
