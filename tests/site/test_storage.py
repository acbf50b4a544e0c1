"""Runs and archives at addresses of fsspec: the same bytes as in a folder, and one line when it cannot be."""

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import fsspec
import pytest
from site_samples import page, record, report_of, written
from tables import each_row

from seo_audit.errors import ConfigError, SeoAuditError, SourceError
from seo_audit.site import run_folder, storage, workers
from seo_audit.site.configuration import ShardConfiguration
from seo_audit.site.job import examined
from seo_audit.site.request import SiteRequest
from seo_audit.site.shard import Shard, audit_shard

PAGES = 6


@pytest.fixture(params=["memory", "local"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A folder of a file system that fsspec speaks with: in memory, and on the disk by fsspec's own means."""
    if request.param == "local":
        (tmp_path / "far").mkdir()
        yield f"local://{tmp_path}/far/run"
        return
    place = f"/{uuid4().hex}"
    yield f"memory://{place}/run"
    fsspec.filesystem("memory").rm(place, recursive=True)


@pytest.fixture(autouse=True)
def small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("seo_audit.site.shard.FEWEST", 4)
    monkeypatch.setattr("seo_audit.site.shard.SMALLEST", 1)


def site(folder: Path) -> Path:
    files: dict[str, str | bytes] = {
        f"fruit-{n}.html": page(f"<p>Le fruit {n} mûrit.</p>", title=f"Le fruit {n}")
        for n in range(PAGES)
    }
    return written(folder / "public", {**files, "index.html": page("<p>Oui.</p>", title="Verger")})


def files_of(run: str) -> dict[str, bytes]:
    system, path = storage.file_system(run)
    system.invalidate_cache()
    found = {one: system.cat_file(one) for one in system.find(path)}
    shards = {one.rpartition("/shards/")[2]: content for one, content in found.items()}
    return {one: content for one, content in shards.items() if one.endswith(".parquet")}


def test_the_same_bytes_as_in_a_folder(tmp_path: Path, address: str) -> None:
    folder, here = site(tmp_path), tmp_path / "run"
    assert report_of(folder, run=address) == report_of(folder, run=here)
    assert files_of(address) == {
        one.relative_to(here / "shards").as_posix(): one.read_bytes()
        for one in here.glob("shards/*/*.parquet")
    }
    system, path = storage.file_system(address)
    assert system.cat_file(f"{path}/findings.json") == (here / "findings.json").read_bytes()


def test_it_goes_on_and_takes_away_what_is_no_more(
    tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = site(tmp_path)
    first = report_of(folder, run=address)
    run = run_folder.at(address)
    system, path = storage.file_system(address)
    whole = set(run.shards())
    assert len(whole) > 1
    lost = min(whole)
    system.rm_file(f"{path}/shards/{lost}/{run_folder.WHOLE}")  # a worker was killed before the end
    system.pipe_file(f"{path}/shards/{run_folder.UNFINISHED}x", b"")
    assert lost not in run.shards()
    assert not run.has(lost)
    done: list[str] = []

    def noted(shard: Shard, configuration: ShardConfiguration) -> str:
        done.append(shard.name)
        return audit_shard(shard, configuration)

    monkeypatch.setattr(workers, "audit_shard", noted)
    assert report_of(folder, run=address) == first
    assert done == [lost]
    (folder / "fruit-1.html").unlink()
    report_of(folder, run=address)
    assert len(set(run.shards()) - whole) == 1
    assert len(run.shards()) <= len(whole)
    assert not system.exists(f"{path}/shards/{run_folder.UNFINISHED}x")


def test_what_kills_is_remembered(address: str) -> None:
    run = run_folder.at(address)
    run.make()
    assert not run.halved()
    run.halve("abc")
    assert set(run.halved()) == {"abc"}
    assert not run.shards()


def test_compared_with_an_earlier_run(tmp_path: Path, address: str) -> None:
    folder = site(tmp_path)
    with pytest.raises(ConfigError, match="no finished run"):
        report_of(folder, compare=address)
    report_of(folder, run=address)
    report = report_of(folder, compare=address)
    assert report.gone == ()
    assert {one.state for one in report.findings} <= {"still"}


@pytest.mark.parametrize("pattern", ["a.warc", "*.warc"])
def test_archives_at_an_address(tmp_path: Path, address: str, pattern: str) -> None:
    system, path = storage.file_system(address)
    system.makedirs(path, exist_ok=True)
    content = record("https://exemple.fr/", page("<p>Oui.</p>").encode())
    system.pipe_file(f"{path}/a.warc", content)
    (tmp_path / "a.warc").write_bytes(content)
    here = report_of(tmp_path / "a.warc")
    request = SiteRequest((f"{address}/{pattern}",), language="fr", jobs=1)
    with examined(request) as found:
        assert found.report.pages == here.pages
        assert found.report.findings == here.findings


def test_an_archive_whose_driver_fails_is_not_taken_for_a_damaged_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    system = fsspec.filesystem("memory")
    system.pipe_file("/fails.warc", b"WARC/1.0\r\n")

    def fails(*_: object) -> bytes:
        raise RuntimeError("connection reset\nby peer")

    monkeypatch.setattr("fsspec.implementations.memory.MemoryFile.read", fails)
    with pytest.raises(SourceError) as told:
        report_of_sources("memory://fails.warc")
    assert "fails.warc" in str(told.value)
    assert "connection reset by peer" in str(told.value)
    assert "\n" not in str(told.value)


def report_of_sources(*sources: str) -> None:
    with examined(SiteRequest(sources, jobs=1)):
        pass


@each_row(
    ("source", "said"),
    [
        ("memory://nulle-part.warc", "nulle-part.warc"),
        ("memory://rien/*.warc", "no such file"),
        ("memory://dossier", "neither a folder of pages nor a WARC archive"),
        ("rien://x.warc", "Protocol not known: rien"),
        ("rien://moi:secret@chez/x.warc", "rien://chez/x.warc"),
    ],
)
def test_sources_that_cannot_be_had(source: str, said: str) -> None:
    with pytest.raises(SeoAuditError) as told:
        report_of_sources(source)
    assert said in str(told.value)
    assert "secret" not in str(told.value)


def test_a_missing_driver_is_one_line(tmp_path: Path) -> None:
    folder = site(tmp_path)
    # as on a machine where neither is installed
    code = (
        "import sys; sys.modules['s3fs'] = None; sys.modules['fsspec'] = {0}\n"
        "from seo_audit.__main__ import main; main()"
    )
    options = ("site", str(folder), "--run", "s3://moi:secret@seau/run", "--lang", "en")
    for fsspec_there, said in (("__import__('fsspec')", "s3fs"), ("None", "fsspec")):
        done = subprocess.run(
            [sys.executable, "-P", "-c", code.format(fsspec_there), *options],
            capture_output=True,
            check=False,
            timeout=120,
        )
        errors = done.stderr.decode()
        assert done.returncode == 2
        assert errors.startswith(
            "seo-audit: s3://seau/run: this address needs fsspec and its driver"
        )
        assert errors.count("\n") == 1
        assert said in errors
        assert "secret" not in errors


def test_files_of_this_machine_need_no_driver(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fsspec", None)
    folder = site(tmp_path)
    with examined(
        SiteRequest((f"file://{folder}",), run=f"file://{tmp_path}/run", jobs=1)
    ) as found:
        assert len(found.report.pages) == 1 + PAGES
    assert (tmp_path / "run" / "findings.json").exists()


def test_what_may_not_be_written_is_told_before_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = site(tmp_path)
    monkeypatch.setattr(workers, "audit_shard", pytest.fail)
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.writestr("a", "a")
    for run in (f"zip://run::{tmp_path}/a.zip", f"local://{tmp_path}/nulle/part/run"):
        with pytest.raises(SeoAuditError) as told:
            report_of(folder, run=run)
        assert "cannot be written" in str(told.value)
        assert "\n" not in str(told.value)


def test_names_are_paths_or_addresses() -> None:
    addresses = ("s3://a/b", "S3://a", "gs://a", "abfs+x://a", "simplecache::s3://a/b")
    paths = ("a/b", "/a/b", "a:b", "C:/a", "file:///a/b", "", "://a", "a b://c", "1://a")
    assert all(storage.is_address(one) for one in addresses)
    assert not any(storage.is_address(one) for one in paths)
    assert storage.path_of("file:///a/b") == "/a/b"
    assert storage.printable("ftp://moi:a:b@chez/un@deux") == "ftp://chez/un@deux"
    assert storage.printable("a/b@c") == "a/b@c"


def test_drivers_find_libraries_whole() -> None:
    # as the tool starts, and a driver wants what only the library itself has
    code = (
        "from seo_audit.lazy import spare_imports; spare_imports()\n"
        "from seo_audit.site import storage; storage.file_system('memory://a')\n"
        "from typing_extensions import TypeVar; TypeVar('T', default=int)\n"
        "import inspect, traceback, ipaddress; inspect.signature(print)"
    )
    subprocess.run([sys.executable, "-P", "-c", code], check=True, timeout=120)
