from pathlib import Path

import pytest
from tables import each_row

from seo_audit.rendering.paths import below, common_folder, told


@each_row(
    ("paths", "folder"),
    [
        ([], ""),
        (["a.md", "b.md"], ""),
        (["x/a.md", "x/y/b.md"], "x/"),
        (["/srv/x/a.md", "/srv/x/b.md"], "/srv/x/"),
        (["/a.md", "/b.md"], ""),
        (["x/a.md", "/x/b.md"], ""),
    ],
)
def test_the_folder_all_lie_in(paths: list[str], folder: str) -> None:
    assert common_folder(paths) == folder
    assert [folder + below(path, folder) for path in paths] == paths


def test_readers_are_told_no_folder_of_the_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert told("articles/a.md") == "articles/a.md"
    assert told(str(tmp_path / "articles" / "a.md")) == "articles/a.md"
    assert told("/home/claire/clients/dupont/a.md") == "…/dupont/a.md"
