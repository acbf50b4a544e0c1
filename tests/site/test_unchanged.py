"""A later run of the same site says the same to the byte, asks the rules again when anything changed, and only then."""

import zlib
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace
from site_samples import page, written

from seo_audit import Config, plugins
from seo_audit.judging import baseline
from seo_audit.message import Message, Statement, Value
from seo_audit.rule import Evidence, Fault, Severity, SiteFinding, Spot
from seo_audit.rule_support.site.packed import packed
from seo_audit.site import joined, run_folder, unchanged
from seo_audit.site.findings import Findings, Found
from seo_audit.site.job import Examined, examined
from seo_audit.site.request import SiteRequest
from seo_audit.site.site_report import SiteReport, SiteView
from seo_audit.site.sources import found as sources
from seo_audit.site.sources.site_files import SiteFiles

HOST = "https://exemple.fr"


def small(tmp_path: Path) -> Path:
    links = '<a href="/a/">la page a</a> <a href="/b/">la page b</a> <a href="/vieux">un vieux carnet</a>'
    text = "<p>Les coings mûrissent après tous les autres fruits du verger.</p>" * 9
    plan = f"<urlset><url><loc>{HOST}/a/</loc></url><url><loc>{HOST}/parti/</loc></url></urlset>"
    index = (
        f"<sitemapindex><sitemap><loc>{HOST}/plans/un.xml</loc></sitemap>"
        f"<sitemap><loc>{HOST}/plans/deux.xml</loc></sitemap></sitemapindex>"
    )
    return written(
        tmp_path / "site",
        {
            "index.html": page(links, title="Le verger"),
            "a/index.html": page(text, title="Les coings"),
            "b/index.html": page(text, title="Les coings"),
            "robots.txt": f"User-agent: *\nDisallow: /rien/\nSitemap: {HOST}/plan.xml\n",
            "plan.xml": index,
            "plans/un.xml": plan,
            "_redirects": "/vieux /a/ 301\n",
            ".htaccess": "Redirect 301 /encore /b/\n",
            "nu.png": b"png",
        },
    )


def request(folder: Path, **more: object) -> SiteRequest:
    given = {"config": Config(), "url": f"{HOST}/", "jobs": 1, **more}
    return SiteRequest((str(folder),), **given)  # type: ignore[arg-type]


def rendered(found: Examined, language: str = "fr") -> dict[str, bytes]:
    """All reports on a site."""
    made = {}
    for name in plugins.site_report_names():
        view = SiteView(plugins.KnownRules(), language=language, details=found.details)  # type: ignore[arg-type]
        chunks = plugins.site_report(name).render(found.report, view)
        made[name] = b"".join(one if isinstance(one, bytes) else one.encode() for one in chunks)
    return made


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows by one whenever the rules are asked."""
    calls: list[int] = []
    real = joined.report_of

    def counted(*arguments: object) -> SiteReport:
        calls.append(1)
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(joined, "report_of", counted)
    return calls


def test_an_unchanged_site_is_not_judged_again_and_reported_the_same(
    tmp_path: Path, asked: list[int]
) -> None:
    folder, run = small(tmp_path), tmp_path / "run"
    with examined(request(folder)) as found:
        whole, all_of_it, accepted = found.report, rendered(found), found.accepted()
    assert len(whole.findings) > 3
    for _ in range(3):
        with examined(request(folder, run=run)) as found:
            assert found.report == whole
            assert rendered(found) == all_of_it
            assert found.accepted() == accepted
    assert len(asked) == 2


Change = Callable[[Path], dict[str, object]]


def _file(name: str, content: str | bytes) -> Change:
    def change(folder: Path) -> dict[str, object]:
        written(folder, {name: content})
        return {}

    return change


def _gone(name: str) -> Change:
    def change(folder: Path) -> dict[str, object]:
        (folder / name).unlink()
        return {}

    return change


def _option(name: str, value: object) -> Change:
    return lambda _: {name: value}


def _named(option: str, content: str) -> Change:
    """A file that the command line names."""

    def change(folder: Path) -> dict[str, object]:
        written(folder.parent, {"fichier": content})
        return {option: folder.parent / "fichier"}

    return change


def _baseline(folder: Path) -> dict[str, object]:
    with examined(request(folder)) as found:
        own = {baseline.key(path, folder.parent): one for path, one in found.accepted().items()}
    written(folder.parent, {"acceptes.json": baseline.text(own)})
    return {"baseline": folder.parent / "acceptes.json"}


def _alone(name: str) -> str:
    return f"<urlset><url><loc>{HOST}/{name}/</loc></url></urlset>"


CHANGES: dict[str, Change] = {
    "a page": _file("a/index.html", page("<p>Autre chose.</p>", title="Les noix")),
    "a page more": _file("c/index.html", page("<p>Une page.</p>", title="Les noix")),
    "a page less": _gone("b/index.html"),
    "a sitemap of the index": _file("plans/un.xml", _alone("b")),
    "the sitemap that the index lacked": _file("plans/deux.xml", _alone("zut")),
    "a sitemap less": _gone("plans/un.xml"),
    "the index of sitemaps": _file("plan.xml", _alone("zut")),
    "robots.txt": _file(
        "robots.txt", f"User-agent: *\nDisallow: /a/\nSitemap: {HOST}/plan.xml\n"
    ),
    "robots.txt less": _gone("robots.txt"),
    "_redirects": _file("_redirects", "/vieux /zut/ 301\n"),
    "_redirects less": _gone("_redirects"),
    ".htaccess": _file(".htaccess", "Redirect 301 /encore /vieux\n"),
    "a file": _file("vieux", "Un carnet."),
    "the size of a file": _file("nu.png", b"png" * 1000),
    "the host": _option("url", f"{HOST}/manuel/"),
    "no host": _option("url", None),
    "the language": _option("language", "en"),
    "an option": _option("config", Config(rules={"duplicate-title": {"severity": "info"}})),
    "rules left out": _option("config", Config(ignore=("site",))),
    "redirects elsewhere": _named("redirects", "/vieux /b/ 301\n"),
    "a sitemap elsewhere": _named("sitemap", _alone("zut")),
    "a baseline": _baseline,
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_changed_is_judged_again(tmp_path: Path, asked: list[int], change: Change) -> None:
    folder, run = small(tmp_path), tmp_path / "run"
    with examined(request(folder, run=run)):
        pass
    more = change(folder)
    with examined(request(folder, **more)) as found:
        whole, all_of_it = found.report, rendered(found)
    before = len(asked)
    for _ in range(2):
        with examined(request(folder, run=run, **more)) as found:
            assert found.report == whole
            assert rendered(found) == all_of_it
    assert len(asked) == before + 1


@pytest.mark.parametrize(
    ("option", "first", "second"),
    [
        ("redirects", "/vieux /a/ 301\n", "/vieux /zut/ 301\n"),
        ("sitemap", _alone("a"), _alone("zut")),
    ],
)
def test_files_that_the_command_line_names_count(
    tmp_path: Path, option: str, first: str, second: str
) -> None:
    folder, run, file = small(tmp_path), tmp_path / "run", tmp_path / "fichier"
    file.write_text(first, "utf-8")
    with examined(request(folder, run=run, **{option: file})) as found:
        before = found.report
    file.write_text(second, "utf-8")
    with examined(request(folder, **{option: file})) as found:
        whole = found.report
    with examined(request(folder, run=run, **{option: file})) as found:
        assert found.report == whole != before


def test_a_map_of_addresses_counts(tmp_path: Path) -> None:
    text = "Les [prunes](b.md).\n"
    files: dict[str, str | bytes] = {"a.md": f"# Les noix\n\n{text}", "b.md": "# Les prunes\n"}
    folder, run, file = written(tmp_path / "site", files), tmp_path / "run", tmp_path / "carte.csv"
    file.write_text("path,url\na.md,/noix/\n", "utf-8")
    with examined(request(folder, run=run, url_map=file)) as found:
        assert found.report.pages[0].url == "/noix/"
    file.write_text("path,url\na.md,/les-noix/\n", "utf-8")
    with examined(request(folder, run=run, url_map=file)) as found:
        assert found.report.pages[0].url == "/les-noix/"


def test_another_version_of_the_tool_judges_again(
    tmp_path: Path, asked: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, run = small(tmp_path), tmp_path / "run"
    for _ in range(2):
        with examined(request(folder, run=run)):
            pass
    assert len(asked) == 1
    monkeypatch.setattr(unchanged, "identity", lambda: iter(["another"]))
    with examined(request(folder, run=run)):
        pass
    assert len(asked) == 2


def test_what_an_earlier_run_said_is_compared_anew(tmp_path: Path, asked: list[int]) -> None:
    folder, run, other = small(tmp_path), tmp_path / "run", tmp_path / "other"
    with examined(request(folder, run=other)):
        pass
    written(folder, {"a/index.html": page('<a href="/zut/">Zut</a>', title="Les noix")})
    with examined(request(folder, run=run)) as found:
        assert {one.state for one in found.report.findings} == {None}
    with examined(request(folder, run=run, compare=other)) as found:
        states = {one.rule: one.state for one in found.report.findings}
        assert states["broken-link"] == "new"
        assert states["sitemap-missing"] == "still"
        assert found.report.gone
    with examined(request(folder, run=run, compare=run)) as found:
        assert {one.state for one in found.report.findings} == {"still"}
    assert len(asked) == 2


def _with_block(block: bytes) -> Callable[[bytes], bytes]:
    """A kept report whose findings are this."""

    def spoilt(content: bytes) -> bytes:
        kept = msgspec.msgpack.decode(content)
        kept[5] = [block]
        return msgspec.msgpack.encode(kept)

    return spoilt


def _bent(content: bytes) -> bytes:
    """A kept report in whose first block of findings a byte is another."""
    at = content.index(b"x\x01") + 20
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda _: b"",
        lambda content: content[:-1],
        lambda _: b"{}",
        lambda _: b"\x91" * 5000,
        _bent,
        _with_block(b""),
        _with_block(b"no block"),
        _with_block(zlib.compress(b"\x91" * 5000)),
        _with_block(zlib.compress(msgspec.msgpack.encode([["thin"]]))),
        _with_block(zlib.compress(bytes(unchanged.LARGEST + 1))),
    ],
)
def test_a_spoilt_file_is_passed_over(
    tmp_path: Path, spoilt: Callable[[bytes], bytes], asked: list[int]
) -> None:
    folder, run = small(tmp_path), tmp_path / "run"
    with examined(request(folder, run=run)) as found:
        whole = found.report
    file = run / unchanged.FILE
    file.write_bytes(spoilt(file.read_bytes()))
    with examined(request(folder, run=run)) as found:
        assert found.report == whole
    assert len(asked) == 2


def a_found(**values: object) -> Found:
    fault = Fault(Message(fr="{a}", en="{a}"), Message(fr="Rien.", en="Nothing."))
    spot = Spot("/a/", "a.html", 1, 2, 1, 3, 1, 2, "x")
    finding = SiteFinding(fault, (spot,), values, "a", "/b/", Severity.INFO)  # type: ignore[arg-type]
    return Found("thin", Severity.WARNING, Evidence.TOOLS, finding, "0123")


def test_many_findings_with_many_places_come_back(tmp_path: Path) -> None:
    many = [
        replace(one, fingerprint=f"{number:04}", finding=replace(one.finding, spots=spots))
        for number in range(400)
        for one in [a_found()]
        for spots in [packed(Spot(f"/{n}/", f"{n}.html") for n in range(number))]
    ]
    report = SiteReport("x", "built", None, Findings.of(many))
    files = SiteFiles(sources.Found("built", str(tmp_path), "x"), [])
    unchanged.keep(run_folder.at(str(tmp_path)), "key", files, report)
    kept = unchanged.read(run_folder.at(str(tmp_path)), "key", files)
    assert kept == report
    assert kept is not None
    assert [len(one.spots) for one in kept.findings] == list(range(400))
    assert list(kept.findings) == many


@pytest.mark.parametrize("is_kept", [True, False])
def test_what_does_not_come_back_as_it_was_is_not_kept(tmp_path: Path, is_kept: bool) -> None:
    name = Message(fr="un", en="one")
    value: dict[str, Value] = {"one": 1, "half": 0.5, "text": "é", "name": name}
    values: dict[str, object] = {
        "a": Statement(name, {**value, "inner": Statement(name, {})}),
        **value,
    }
    if not is_kept:
        values["odd"] = (1, 2)  # comes back as a list
    report = SiteReport("x", "built", None, Findings.of([a_found(**values)]), notes=("rien",))
    files = SiteFiles(sources.Found("built", str(tmp_path), "x"), [])
    unchanged.keep(run_folder.at(str(tmp_path)), "key", files, report)
    assert unchanged.read(run_folder.at(str(tmp_path)), "key", files) == (
        report if is_kept else None
    )
    assert unchanged.read(run_folder.at(str(tmp_path)), "another", files) is None


@pytest.mark.parametrize("url", ["{host}/{outside}", "{host}/%2e%2e/secret.xml", "{host}/%00.xml"])
def test_no_sitemap_leads_out_of_the_site(tmp_path: Path, url: str) -> None:
    written(tmp_path, {"secret.xml": _alone("secret")})
    said = url.format(host=HOST, outside=tmp_path / "secret.xml")
    assert "secret" in said or "%00" in said
    files: dict[str, str | bytes] = {"index.html": page(""), "robots.txt": f"Sitemap: {said}\n"}
    folder = written(tmp_path / "site", files)
    with examined(request(folder)) as found:
        assert [one for one in found.report.findings if one.rule == "sitemap-missing"] == []
