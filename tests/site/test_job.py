"""The audit of a site from end to end: the same whatever the number of processes, going on, halving, comparing."""

from functools import partial
from pathlib import Path

import pytest
import site_killing
from installed import CHECKOUT
from site_samples import of, page, places, report_of, written

from seo_audit import Config, plugins
from seo_audit.config.nearest import Given
from seo_audit.errors import ConfigError, SourceError
from seo_audit.judging.gate import Gate
from seo_audit.rule import Severity
from seo_audit.site import audit, workers
from seo_audit.site import shard as shard_module
from seo_audit.site.configuration import ShardConfiguration
from seo_audit.site.job import examined
from seo_audit.site.request import SiteRequest
from seo_audit.site.shard import shards_of
from seo_audit.site.sources import folders

FRUITS = ("figues", "noix", "prunes", "coings", "poires", "cerises")


def small(tmp_path: Path, **more: str) -> Path:
    """A home page, a page for each fruit, what is no page."""
    links = "".join(
        f'<p>En saison, lisez <a href="/{name}/">le carnet des {name}</a>.</p>' for name in FRUITS
    )
    files: dict[str, str | bytes] = {
        "index.html": page(links, title="Le verger"),
        "404.html": page("", title="Introuvable"),
        "vieux.html": '<!doctype html><title>x</title><meta http-equiv="refresh" content="0;url=/noix/">',
        "google0123456789abcdef.html": "google-site-verification: google0123456789abcdef.html",
        "morceau.html": "<p>Un morceau de gabarit.</p>",
        "vide.html": b"",
        "donnees.html": b'{"a": 1}',
        "image.html": bytes.fromhex("89504e470d0a1a0a") + bytes(range(256)),
    }
    for name in FRUITS:
        files[f"{name}/index.html"] = page(
            f"<p>Nous cueillons les {name}.</p>", title=f"Les {name}"
        )
    return written(tmp_path / "site", {**files, **more})


def test_pages_and_what_is_none(tmp_path: Path) -> None:
    report = report_of(small(tmp_path), url="https://exemple.fr/")
    assert len(report.pages) == 1 + len(FRUITS)
    assert {one.path: one.reason for one in report.skipped} == {
        "404.html": "not-found-page",
        "vieux.html": "redirect-stub",
        "google0123456789abcdef.html": "verification-file",
        "morceau.html": "fragment",
        "vide.html": "not-html",
        "donnees.html": "not-html",
        "image.html": "not-html",
    }
    assert [found.rule for found in report.findings] == []
    home = next(one for one in report.pages if one.url == "/")
    assert (home.depth, home.links_out, home.links_in) == (0, len(FRUITS), 0)
    assert abs(sum(one.rank for one in report.pages) - len(report.pages)) < 0.1
    assert report.articles


def test_the_same_report_with_any_number_of_processes(tmp_path: Path) -> None:
    folder = small(tmp_path)
    one = report_of(folder, url="https://exemple.fr/")
    with examined(
        SiteRequest((str(folder),), config=Config(), url="https://exemple.fr/", jobs=3)
    ) as found:
        assert found.report == one
    assert audit(folder, url="https://exemple.fr/", jobs=1) == one


def test_a_run_goes_on_where_it_was_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("seo_audit.site.shard.FEWEST", 4)
    monkeypatch.setattr("seo_audit.site.shard.SMALLEST", 1)
    folder, run = small(tmp_path), tmp_path / "run"
    whole = report_of(folder, run=run)
    kept = sorted((run / "shards").iterdir())
    assert len(kept) > 1
    done: list[int] = []
    for shard in kept[:1]:
        for file in shard.iterdir():
            file.unlink()
        shard.rmdir()
    (run / "shards" / ".unfinished-abc").mkdir()
    real = shard_module.audit_shard

    def counted(*arguments: object) -> str:
        done.append(1)
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(workers, "audit_shard", counted)
    assert report_of(folder, run=run) == whole
    assert len(done) == 1
    assert sorted((run / "shards").iterdir()) == kept
    # a page that changed makes its shard again, and no other
    written(folder, {"noix/index.html": page("<p>Autre chose.</p>", title="Les noix")})
    report_of(folder, run=run)
    assert len(done) == 2


def test_a_page_that_kills_is_found_and_the_others_audited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "audit_shard", site_killing.audited)
    files: dict[str, str | bytes] = {"tueuse.html": page("<p>Elle tue.</p>", title="Tueuse")}
    folder = written(small(tmp_path), files)
    run = tmp_path / "run"
    configuration = ShardConfiguration(
        "built", str(folder), str(run), given=Given(files=False), config=Config()
    )
    found = folders.find([str(folder)], excluded=lambda _: False, with_digests=True)
    shards = list(shards_of(found.members, configuration))
    names = workers.audit_all(shards, configuration, partial(workers.done_here, 2), lambda _: None)
    assert len(names) > 1
    report = report_of(folder, run=run)
    assert [one.path for one in report.unreadable] == ["tueuse.html"]
    assert "tué" in report.unreadable[0].error
    assert len(report.pages) == 1 + len(FRUITS)
    # the next run does not lose workers to find out again
    monkeypatch.setattr(workers, "audit_shard", None)
    assert sorted(
        workers.audit_all(shards, configuration, partial(workers.done_here, 1), lambda _: None)
    ) == sorted(names)


def test_new_still_there_and_gone(tmp_path: Path) -> None:
    folder, run = small(tmp_path), tmp_path / "run"
    written(folder, {"noix/index.html": page('<a href="/zut/">Zut</a>', title="Les noix")})
    report_of(folder, run=run)
    written(
        folder,
        {
            "noix/index.html": page("<p>Rien.</p>", title="Les figues"),
            "seule.html": page("<p>Seule.</p>", title="La page seule"),
        },
    )
    report = report_of(folder, compare=run)
    assert {(one.rule, one.state) for one in report.findings} >= {
        ("duplicate-title", "new"),
        ("orphan", "new"),
    }
    assert report.gone is not None
    assert [one.rule for one in report.gone] == ["broken-link"]
    assert all(
        one.state == "still"
        for one in report_of(folder, compare=_run_of(folder, tmp_path)).findings
    )
    with pytest.raises(ConfigError):
        report_of(folder, compare=tmp_path / "rien")


def _run_of(folder: Path, tmp_path: Path) -> Path:
    report_of(folder, run=tmp_path / "second")
    return tmp_path / "second"


def test_comments_silence_where_they_stand(tmp_path: Path) -> None:
    body = (
        '<p><a href="/un/">un</a></p>\n<!-- seo-audit-disable-next-line broken-link -- voulu -->\n'
        '<p><a href="/deux/">deux</a></p>\n'
    )
    folder = written(tmp_path / "site", {"index.html": page(body, title="Le verger")})
    assert [found.finding.target for found in of(report_of(folder), "broken-link")] == ["/un/"]
    silent = page(body, title="Le verger").replace(
        "<main>", "<!-- seo-audit-disable broken-link --><main>"
    )
    written(folder, {"index.html": silent})
    assert of(report_of(folder), "broken-link") == []


def test_a_group_of_two_needs_both(tmp_path: Path) -> None:
    same = page("<p>Un texte.</p>", title="Le même titre")
    silent = same.replace(
        "<main>", "<!-- seo-audit-disable duplicate-title -- c’est voulu --><main>"
    )
    links = '<a href="a.html">a</a> <a href="b.html">b</a>'
    files: dict[str, str | bytes] = {"index.html": page(links), "a.html": same, "b.html": same}
    folder = written(tmp_path / "site", files)
    assert len(of(report_of(folder), "duplicate-title")) == 1
    written(folder, {"b.html": silent})
    report = report_of(folder)
    assert of(report, "duplicate-title") == []
    # and the comment is no useless one for the page's own audit
    assert "silencing" not in report.articles


def test_rules_are_chosen_and_set_as_those_of_articles(tmp_path: Path) -> None:
    folder = written(tmp_path / "site", {"index.html": page('<a href="/zut/">Zut</a>')})
    assert (
        of(report_of(folder, rules={"broken-link": {"severity": "info"}}), "broken-link")[
            0
        ].severity
        is Severity.INFO
    )
    for config in (
        Config(ignore=("broken-link",)),
        Config(ignore=("site",)),
        Config(select=("orphan",)),
    ):
        assert of(audit(folder, config), "broken-link") == []
    assert of(audit(folder, Config(select=("site",))), "broken-link")
    assert not audit(
        folder, Config(select=("site",), gate=Gate(fail_on=Severity.ERROR))
    ).outcome.passed
    assert audit(
        folder, Config(select=("orphan",), gate=Gate(fail_on=Severity.INFO))
    ).outcome.passed


def test_what_is_excluded_is_not_judged_but_its_links_count(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "index.html": page("<p>Accueil.</p>", title="Accueil"),
        "brouillons/a.html": page(
            '<a href="/b.html">la page b</a> <a href="/zut/">rien</a>', title="Brouillon"
        ),
        "b.html": page("<p>Page b.</p>", title="Page b"),
        "seo-audit.toml": 'exclude = ["brouillons/**"]',
    }
    folder = written(tmp_path / "site", files)
    with examined(SiteRequest((str(folder),), jobs=1)) as found:
        report = found.report
    assert [(one.path, one.reason) for one in report.skipped] == [("brouillons/a.html", "excluded")]
    assert places(report, "broken-link") == []
    assert of(report, "orphan") == []


@pytest.mark.parametrize("name", ["rien", "fichier.html", "vide"])
def test_no_site_is_said(tmp_path: Path, name: str) -> None:
    written(tmp_path, {"fichier.html": page("")})
    (tmp_path / "vide").mkdir()
    with pytest.raises(SourceError):
        audit(tmp_path / name)


def test_the_page_on_sites_names_every_rule() -> None:
    text = (CHECKOUT / "docs/site.md").read_text("utf-8")
    assert [name for name in plugins.site_rule_names() if f"`{name}`" not in text] == []
    assert [name for name in plugins.site_report_names() if f"`{name}`" not in text] == []


def test_the_share_of_the_template_is_told(tmp_path: Path) -> None:
    text = "<p>" + "Les coings mûrissent après les autres fruits du verger. " * 8 + "</p>"
    menu = "<nav><ul>" + "<li><a href='/'>Tous les carnets</a></li>" * 8 + "</ul></nav>"
    hidden = (
        "<div hidden>" + "Rien que des mots cachés. " * 50 + "</div><script>un = 'mot'</script>"
    )
    files: dict[str, str | bytes] = {
        "index.html": page(text, title="Le verger"),
        "a.html": page(text, title="Les noix").replace("<main>", f"{menu}{hidden}<main>"),
    }
    report = report_of(written(tmp_path / "site", files))
    # 72 words of text, 24 of the menu; the heading belongs to neither
    assert {one.path: one.template for one in report.pages} == {"index.html": 0, "a.html": 0.25}
    sources = written(tmp_path / "sources", {"a.md": "# Les noix\n\nUn texte.\n"})
    assert [one.template for one in report_of(sources).pages] == [None]


def test_what_libraries_and_an_editor_bring_is_no_page(tmp_path: Path) -> None:
    cms = '<!doctype html><html><head><title>Édition</title></head><body><script src="https://unpkg.com/decap-cms@^3.0.0/dist/decap-cms.js"></script></body></html>'
    brought = {
        "site_libs/revealjs/plugin/notes/speaker-view.html": page("<p>Vue.</p>", title="Vue"),
        "vendor/icones/index.html": page("<p>Vue.</p>", title="Vue"),
        "viewerjs/index.html": page("", title="ViewerJS"),
        "cours_files/libs/reveal/plugin/notes/speaker-view.html": page("<p>Vue.</p>", title="Vue"),
        "assets/fonts/@font-face/Demo.html": page("<p>Glyphes.</p>", title="Demo"),
        "assets/fonts/iconfont-preview.html": page("<p>Icons.</p>", title="iconfont"),
        "admin/index.html": cms,
        "wp-content/cache/supercache/exemple.fr/noix/index-https.html": page("<p>Noix.</p>"),
        "wp-content/plugins/icones/demo.html": page("<p>Icons.</p>", title="Demo"),
    }
    guards = {
        "assets/index.html": "<!DOCTYPE html><html><head><title></title></head></html>",
        "jeu.html": "<!DOCTYPE html>\n<script src='p.js'></script><script>lancer()</script>",
    }
    report = report_of(small(tmp_path, **brought, **guards), url="https://exemple.fr/")
    assert {one.path for one in report.skipped if one.reason == "library"} == set(brought)
    assert {one.path for one in report.skipped if one.reason == "empty"} == set(guards)
    assert [found.rule for found in report.findings] == []


def test_slides_and_what_a_generator_adds_are_no_pages(tmp_path: Path) -> None:
    text = "<p>" + "Les noix sèchent sous le toit de la grange. " * 12 + "</p>"
    sphinx = "<script src='_static/doctools.js'></script></head>"
    deck = '<link rel="stylesheet" href="site_libs/revealjs/dist/reveal.css"></head>'
    files = {
        "noix.html": page(text, title="Les noix"),
        "diapos/noix.html": page(text, title="Les noix").replace("</head>", deck),
        "search.html": page("<p>Cherchez.</p>", title="Recherche").replace("</head>", sphinx),
        "recherche.html": page("<p>Cherchez.</p>", title="Rechercher").replace("</head>", sphinx),
    }
    assert deck in files["diapos/noix.html"]
    report = report_of(small(tmp_path, **files), url="https://exemple.fr/")
    told = {one.path: one.reason for one in report.skipped if one.path in files}
    assert told == {"diapos/noix.html": "slides", "search.html": "generated"}
    assert not of(report, "near-duplicate")
    assert not of(report, "exact-duplicate")


def test_a_page_without_a_text_is_a_page_all_the_same(tmp_path: Path) -> None:
    bare = {
        "titre.html": "<!DOCTYPE html><html><head><title>Les noix</title></head></html>",
        "script.html": "<!DOCTYPE html><html><body><div id=app></div><script></script></body></html>",
    }
    report = report_of(small(tmp_path, **bare), url="https://exemple.fr/")
    assert set(bare) <= {one.path for one in report.pages}


def test_a_script_that_waits_for_a_reader_leads_nowhere(tmp_path: Path) -> None:
    login = '<script>netlifyIdentity.on("login", () => { location.href = "/figues/"; })</script>'
    report = report_of(
        small(tmp_path, **{"entrer/index.html": page(login, title="Entrer")}),
        url="https://exemple.fr/",
    )
    assert "entrer/index.html" in {one.path for one in report.pages}


def test_a_search_page_is_neither_orphan_nor_thin(tmp_path: Path) -> None:
    long = "<p>" + "Nous cueillons les figues du verger avant la pluie. " * 30 + "</p>"
    more = {f"a{n}/index.html": page(long, title=f"Arbre {n}") for n in range(10)}
    for name in ("search.html", "recherche/index.html", "genindex.html", "recherches.html"):
        more[name] = page("<p>Mot.</p>", title=name)
    report = report_of(small(tmp_path, **more), url="https://exemple.fr/")
    told = {(one.rule, place.path) for one in report.findings for place in one.finding.spots}
    told = {one for one in told if "rech" in one[1] or "search" in one[1] or "gen" in one[1]}
    assert ("orphan", "recherches.html") in told
    assert {path for _, path in told} == {"recherches.html"}
