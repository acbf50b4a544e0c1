"""The extension of VS Code: its settings are the server's, its package holds what it needs and no more."""

import json
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest
from installed import CHECKOUT

from seo_audit.version import __version__

FOLDER = CHECKOUT / "editors" / "vscode"
VSIX = Path(os.environ.get("VSIX", FOLDER / "seo-audit.vsix"))


def read(name: str) -> Any:
    return json.loads((FOLDER / name).read_text("utf-8"))


def settings() -> dict[str, Any]:
    found: dict[str, Any] = read("package.json")["contributes"]["configuration"]["properties"]
    return found


def test_every_text_is_there_in_both_languages() -> None:
    manifest = (FOLDER / "package.json").read_text("utf-8")
    english, french = read("package.nls.json"), read("package.nls.fr.json")
    asked = {part.split('%"')[0] for part in manifest.split('"%')[1:]}
    assert asked == set(english) == set(french)


def test_readme_tells_every_setting_twice() -> None:
    readme = (FOLDER / "README.md").read_text("utf-8")
    for name in settings():
        assert readme.count(f"| `{name}` |") == 2


def test_what_a_folder_sets_starts_no_command_before_it_is_trusted() -> None:
    restricted = read("package.json")["capabilities"]["untrustedWorkspaces"][
        "restrictedConfigurations"
    ]
    assert restricted == ["seo-audit.command"]
    assert settings()["seo-audit.command"]["scope"] == "machine-overridable"


def test_its_version_is_the_tools() -> None:
    assert read("package.json")["version"] == __version__


def test_the_lock_file_names_no_host() -> None:
    lock = (FOLDER / "package-lock.json").read_text("utf-8")
    assert '"resolved"' not in lock
    assert '"integrity"' in lock


@pytest.mark.skipif(not VSIX.exists(), reason="the extension is not built: npm run package")
def test_the_package() -> None:
    with zipfile.ZipFile(VSIX) as archive:
        names = {name.removeprefix("extension/") for name in archive.namelist()}
        code = archive.read("extension/dist/extension.js").decode()
    assert {"package.json", "readme.md", "LICENSE.txt", "icon.png", "dist/extension.js"} <= names
    assert not [name for name in names if "node_modules" in name or name.endswith((".ts", ".map"))]
    assert 'require("vscode")' in code
    assert VSIX.stat().st_size < 400_000
