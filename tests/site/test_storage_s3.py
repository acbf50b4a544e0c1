"""A cluster without a shared folder: archives and the run in a bucket of a server of S3 (moto) on loopback."""

import gzip
import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import pytest
from dask_clusters import scheduler, until, worker, workers_of
from site_samples import page, record

pytestmark = [
    pytest.mark.process,
    pytest.mark.skipif(
        not (find_spec("s3fs") and find_spec("moto")), reason="s3fs and moto are not installed"
    ),
]

HOST = "https://exemple.fr"


@pytest.fixture
def server() -> Iterator[str]:
    """The address of an empty server, gone at the end."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"

    def answers() -> bool:
        try:
            return bool(asked(address))
        except (URLError, OSError):
            return False

    try:
        until(answers)
        yield address
    finally:
        process.kill()
        process.wait()


def asked(address: str, content: bytes | None = None) -> bytes:
    """What the server answers; `content` is put there."""
    method = "GET" if content is None else "PUT"
    # urllib would say that it is a form, which the server would read as one
    head = {"Content-Type": "application/octet-stream"}
    with urlopen(Request(address, content, head, method=method), timeout=300) as answer:
        return bytes(answer.read())


def environment(server: str) -> Mapping[str, str]:
    """What the driver of S3 reads, as Amazon's tools do."""
    return {
        "AWS_ENDPOINT_URL": server,
        "AWS_ACCESS_KEY_ID": "essai",
        "AWS_SECRET_ACCESS_KEY": "essai",
        "AWS_DEFAULT_REGION": "eu-west-3",
    }


def audited(server: str, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-P", "-m", "seo_audit", "site", *arguments, "--lang", "en"],
        env={**os.environ, **environment(server)},
        capture_output=True,
        check=False,
        timeout=900,
    )


def crawl(number: int) -> bytes:
    """An archive of a few pages, each record compressed for itself."""
    pages = {f"{HOST}/{number}/{n}": page("<p>Oui.</p>", title=f"{number}, {n}") for n in range(4)}
    return b"".join(
        gzip.compress(record(url, text.encode()), mtime=0) for url, text in pages.items()
    )


def test_archives_and_run_in_a_bucket(tmp_path: Path, server: str) -> None:
    asked(f"{server}/seau", b"")
    for number in range(3):
        (tmp_path / f"{number}.warc.gz").write_bytes(crawl(number))
        asked(f"{server}/seau/crawl/{number}.warc.gz", crawl(number))
    here = tmp_path / "here.json"
    names = [str(tmp_path / f"{number}.warc.gz") for number in range(3)]
    assert not audited(server, *names, "--format", f"json={here}", "--exit-zero").returncode
    # the same but for the folder they are called by
    expected = here.read_bytes().replace(str(tmp_path).encode(), b"s3://seau/crawl")
    run = ("--run", "s3://seau/runs/un", "--exit-zero")
    with (
        scheduler(tmp_path) as (address, _),
        worker(address, environment=environment(server)),
        worker(address, environment=environment(server)),
    ):
        until(lambda: workers_of(address) == 2)
        there = tmp_path / "there.json"
        done = audited(
            server,
            "s3://seau/crawl/*.warc.gz",
            *run,
            "--workers",
            address,
            "--format",
            f"json={there}",
        )
    assert (done.returncode, done.stderr) == (0, b"")
    assert there.read_bytes() == expected
    listed = asked(f"{server}/seau?prefix=runs").decode()
    assert listed.count("_SUCCESS") == 3
    assert "unfinished" not in listed
    assert "runs/un/findings.json" in listed

    # the cluster is gone, and nothing is left to do
    again = tmp_path / "again.json"
    done = audited(server, "s3://seau/crawl/*.warc.gz", *run, "--format", f"json={again}")
    assert (done.returncode, done.stderr) == (0, b"")
    assert again.read_bytes() == expected

    done = audited(server, *names, "--run", "s3://autre/run")
    assert done.returncode == 2
    assert done.stderr.startswith(
        b"seo-audit: s3://autre/run: cannot be written (FileNotFoundError"
    )
    assert done.stderr.count(b"\n") == 1
    with pytest.raises(HTTPError):
        asked(f"{server}/autre")


def test_a_worker_that_does_not_reach_the_bucket(tmp_path: Path, server: str) -> None:
    asked(f"{server}/seau", b"")
    (tmp_path / "0.warc.gz").write_bytes(crawl(0))
    closed = {**environment("http://127.0.0.1:9"), "AWS_MAX_ATTEMPTS": "1"}
    with scheduler(tmp_path) as (address, _), worker(address, environment=closed):
        until(lambda: workers_of(address) == 1)
        done = audited(
            server, str(tmp_path / "0.warc.gz"), "--run", "s3://seau/run", "--workers", address
        )
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"does not see s3://seau/run: cannot be read (" in done.stderr
