from conftest import CheckRule
from tables import each_row

from seo_audit.rule import Severity


@each_row(
    "content",
    ["NOINDEX", "none", "follow,noindex", "max-snippet: 0", "noindex;nofollow", "follow noindex"],
)
def test_what_forbids(check_rule: CheckRule, content: str) -> None:
    check_rule("indexable", f'<head><meta name="ROBOTS" content="⟦{content}⟧"></head><p>Mot.</p>')


@each_row("content", ["index, follow", "nofollow", "noarchive", "max-snippet:-1", ""])
def test_what_does_not(check_rule: CheckRule, content: str) -> None:
    check_rule("indexable", f'<head><meta name="robots" content="{content}"></head><p>Mot.</p>')


def test_other_metas_are_others(check_rule: CheckRule) -> None:
    check_rule("indexable", '<head><meta name="description" content="noindex"></head><p>Mot.</p>')


def test_a_fragment_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("indexable", "<p>Mot.</p>", applies=False)


@each_row(
    "content",
    [
        "unavailable_after: 2020-01-31",
        "unavailable_after: 20200131T150000Z",
        "max-snippet:-1, unavailable_after: 25 Jun 2010 15:00:00 PST",
        "unavailable_after: Friday, 25-Jun-10 15:00:00 EST",
    ],
)
def test_a_page_that_has_expired(check_rule: CheckRule, content: str) -> None:
    check_rule("indexable", f'<head><meta name="robots" content="⟦{content}⟧"></head><p>Mot.</p>')


@each_row(
    "content",
    [
        "unavailable_after: 2031-01-31",
        "unavailable_after: 20310131",
        "unavailable_after: 2020",
        "unavailable_after: jamais",
    ],
)
def test_a_page_that_has_not(check_rule: CheckRule, content: str) -> None:
    check_rule("indexable", f'<head><meta name="robots" content="{content}"></head><p>Mot.</p>')


def test_an_instant_redirection(check_rule: CheckRule) -> None:
    tag = '<meta http-equiv="Refresh" content="{}">'
    page = "<head>{}</head><p>Mot.</p>"
    assert check_rule("indexable", page.format(tag.format("⟦0;URL='/lac'⟧")))
    assert check_rule("indexable", page.format(tag.format("⟦1, /lac⟧")))
    assert check_rule("indexable", page.format(tag.format("⟦0 url=/lac⟧")))
    assert check_rule("indexable", page.format(tag.format("⟦.5;url=/lac⟧")))
    assert not check_rule("indexable", page.format(tag.format("0 ")))
    assert not check_rule("indexable", page.format(tag.format("900")))
    assert not check_rule("indexable", page.format(tag.format("900 url=/lac")))
    moved = "---\ntitle: Le lac\nredirect_to: {}\n---\n\nMot.\n"
    assert check_rule("indexable", moved.format("⟦/lac⟧"), "markdown")
    assert not check_rule("indexable", moved.format('""'), "markdown")
    assert not check_rule("indexable", page.format(tag.format("600; url=/lac")))
    spared = f"<noscript>{tag.format('0; url=/sans-script')}</noscript>"
    assert not check_rule("indexable", page.format(spared))


@each_row(
    "lines",
    [
        "robots: ⟦noindex, follow⟧",
        "⟦robots⟧: [noindex, nofollow]",
        "⟦noindex⟧: true",
        "⟦robotsNoIndex⟧: true",
        "⟦unlisted⟧: true",
        "⟦noindex⟧: 1",
        "extra:\n  ⟦noindex⟧: true",
        "robots:\n  ⟦index⟧: false",
        "robotsMeta: ⟦noindex⟧",
        "seo:\n  ⟦noindex⟧: true",
        "seo: {⟦robots⟧: noindex}",
        "head:\n  - - meta\n    - name: robots\n      content: ⟦noindex⟧",
    ],
)
def test_front_matter_that_forbids(check_rule: CheckRule, lines: str) -> None:
    [finding] = check_rule("indexable", f"---\n{lines}\n---\n\nMot.\n", "markdown")
    assert finding.severity is Severity.ERROR


@each_row(
    "lines",
    [
        "⟦draft⟧: true",
        "⟦published⟧: false",
        "⟦status⟧: draft",
        "⟦isDraft⟧: true",
        "⟦publish⟧: false",
        "⟦visibility⟧: private",
        "_build:\n  ⟦render⟧: never",
        "⟦statut⟧: brouillon",
    ],
)
def test_a_draft_is_said(check_rule: CheckRule, lines: str) -> None:
    [finding] = check_rule("indexable", f"---\n{lines}\n---\n\nMot.\n", "markdown")
    assert finding.severity is Severity.INFO
    assert "brouillon" in finding.message("fr")


@each_row(
    "lines",
    [
        "draft: false",
        "draft: 0",
        "publish: true",
        "state: done",
        "build:\n  list: never",
        "robots:\n  index: true",
        "menu:\n  index: false",
        "published: true",
        "published: 2026-05-04",
        "status: published",
        "noindex: false",
        "robots: index, follow",
        "seo: {noindex: false}",
        "sitemap: false",
        "head: [{tag: meta, attrs: {name: description, content: noindex}}]",
    ],
)
def test_front_matter_that_does_not(check_rule: CheckRule, lines: str) -> None:
    assert not check_rule("indexable", f"---\n{lines}\n---\n\nMot.\n", "markdown")


def test_lists_may_be_kept_out(check_rule: CheckRule) -> None:
    page = '<html><head><meta name="robots" content="{}"></head><body class="{}"><p>Nos articles.</p></body></html>'
    for name in ("author/jeanne/index.html", "blog/page/2/index.html", "tag/eau.html"):
        given = {"name": name}
        assert not check_rule("indexable", page.format("noindex, follow", ""), article=given)
    assert not check_rule("indexable", page.format("noindex", "archive date paged"))
    check_rule("indexable", page.format("⟦noindex, follow⟧", "home blog"))
    check_rule("indexable", page.format("⟦noindex⟧", "single"), article={"name": "tag-eau.html"})


def test_robots_among_the_metadata_of_grav(check_rule: CheckRule) -> None:
    text = "---\nmetadata:\n  {}: '{}'\n---\n\nUn mot.\n"
    check_rule("indexable", text.format("⟦robots⟧", "noindex, nofollow"), "markdown")
    check_rule("indexable", text.format("robots", "index, follow"), "markdown")
