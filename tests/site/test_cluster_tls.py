"""A cluster that speaks TLS: docs/security.md’s commands, with certificates made here."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from dask_clusters import scheduler, until, worker
from site_samples import page, written

trustme = pytest.importorskip("trustme")

pytestmark = pytest.mark.process

ROOT = Path(__file__).parents[2]
DOCUMENTED = re.findall(r"export (DASK_\w+)=(\S+)", (ROOT / "docs/security.md").read_text("utf-8"))


def certificates(folder: Path) -> dict[str, str]:
    """The environment that docs/security.md shows, with a certificate of an authority of our own."""
    folder.mkdir()
    authority = trustme.CA()
    certificate = authority.issue_cert("127.0.0.1")
    authority.cert_pem.write_to_path(folder / "ca.pem")
    certificate.cert_chain_pems[0].write_to_path(folder / "cert.pem")
    certificate.private_key_pem.write_to_path(folder / "key.pem")
    (folder / "key.pem").chmod(0o600)
    return {name: value.replace("/etc/dask", str(folder)) for name, value in DOCUMENTED}


def audited(
    folder: Path, address: str, environment: Mapping[str, str]
) -> "subprocess.CompletedProcess[bytes]":
    options = ("--run", str(folder.parent / "run"), "--lang", "en", "--exit-zero", "--workers")
    return subprocess.run(
        [sys.executable, "-P", "-m", "seo_audit", "site", str(folder), *options, address],
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
        timeout=900,
    )


def test_only_who_has_a_certificate_is_answered(tmp_path: Path) -> None:
    assert len(DOCUMENTED) == 8
    ours, foreign = certificates(tmp_path / "ours"), certificates(tmp_path / "foreign")
    folder = written(tmp_path / "public", {"index.html": page("<p>Oui.</p>")})
    with (
        scheduler(tmp_path, "--protocol", "tls", environment=ours) as (address, _),
        worker(address, environment=ours) as working,
    ):
        assert address.startswith("tls://127.0.0.1:")
        until(lambda: working.poll() is None)
        plain = address.replace("tls:", "tcp:")
        for asked, environment in ((address, {}), (address, foreign), (plain, {})):
            done = audited(folder, asked, environment)
            assert done.returncode == 2
            assert done.stderr.startswith(
                f"seo-audit: --workers {asked}: no Dask scheduler answers".encode()
            )
            assert done.stderr.count(b"\n") == 1
        assert not (tmp_path / "run" / "findings.json").exists()
        done = audited(folder, address, ours)
        assert done.returncode == 0, done.stderr
        assert (tmp_path / "run" / "findings.json").exists()
