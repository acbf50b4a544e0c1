"""A rule of another package, found by its entry point, carries fixes too; the core keeps it to what it may do."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

RULE = '''"""Les euros s’écrivent €.

```text bad
Dix ⟦euros⟧.
```
"""

import re

from seo_audit import Edit, Fix
from seo_audit.message import Message
from seo_audit.rule import Category, Evidence, Fault, Rule, Severity
from seo_audit.source import Span

FAULT = Fault(Message("Des euros.", "Euros."), Message("Écrivez €.", "Write €."))


def check(document, _measures, _options):
    for match in re.finditer("euros", document.source.text):
        yield FAULT.at(Span(*match.span())).mended_by(Fix((Edit(*match.span(), NEW),), safe=SAFE))


RULE = Rule(
    title=Message("Euros", "Euros"),
    what=Message("Signale euros.", "Reports euros."),
    why=Message("Pour essayer.", "To try."),
    severity=Severity.INFO,
    evidence=Evidence.TOOLS,
    references=(),
    check=check,
    category=Category.CONTENT,
)
'''
ARTICLE = "# Le prix\n\nDix euros, ou {{ euros }}.\n\n## Les euros\n\nVingt euros.\n"


def fixed(folder: Path, new: str, *options: str, safe: bool = True) -> str:
    package = folder / "packages"
    info = package / "prices-1.dist-info"
    info.mkdir(parents=True)
    text = RULE.replace("NEW", repr(new)).replace("SAFE", str(safe))
    (package / "euro_signs.py").write_text(text, "utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: prices\nVersion: 1\n", "utf-8")
    (info / "entry_points.txt").write_text("[seo_audit.rules]\neuro-signs = euro_signs\n", "utf-8")
    (folder / "a.md").write_text(ARTICLE, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "seo_audit", "--fix", *options, "--select", "euro-signs", "a.md"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(package), "XDG_CACHE_HOME": str(folder)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return (folder / "a.md").read_text("utf-8")


@pytest.mark.process
def test_its_safe_fixes_are_made_where_they_may_be(tmp_path: Path) -> None:
    after = ARTICLE.replace("Dix euros", "Dix €").replace("Vingt euros", "Vingt €")
    assert fixed(tmp_path, "€") == after


@pytest.mark.process
def test_its_suggestions_wait_to_be_asked_for(tmp_path: Path) -> None:
    assert fixed(tmp_path / "a", "€", safe=False) == ARTICLE
    after = ARTICLE.replace("euros", "€").replace("{{ €", "{{ euros")
    assert fixed(tmp_path / "b", "€", "--unsafe-fixes", safe=False) == after


@pytest.mark.process
def test_what_would_spoil_the_article_is_not_made(tmp_path: Path) -> None:
    # an edit that says one thing and makes another
    assert fixed(tmp_path / "a", "*€*") == ARTICLE
    assert fixed(tmp_path / "b", "<b>€") == ARTICLE
