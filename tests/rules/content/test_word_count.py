from conftest import CheckRule
from tables import each_row


def test_limit_is_the_least_that_passes(check_rule: CheckRule) -> None:
    assert check_rule("word-count", "<p>un deux</p>", minimum=3)
    assert not check_rule("word-count", "<p>un deux trois</p>", minimum=3)


def test_no_word_at_all(check_rule: CheckRule) -> None:
    [finding] = check_rule("word-count", "<p> </p>", minimum=1)
    assert finding.message("fr") == "L’article compte 0 mot, moins que le minimum de 1."
    assert finding.message("en") == "The article has 0 words, under the minimum of 1."


def test_profiles_have_their_own_minimum(check_rule: CheckRule) -> None:
    text = "<p>" + "mot " * 260 + "</p>"
    assert check_rule("word-count", text)
    assert not check_rule("word-count", text, article={"profile": "news"})
    assert check_rule("word-count", text, article={"profile": "guide"})


def test_a_layout_may_write_the_page(check_rule: CheckRule) -> None:
    assert not check_rule("word-count", "---\nimage: eau.jpg\n---\n", "markdown", applies=False)


LISTING = (
    '<html><head><script src="a.js"></script></head><h1>Nos lacs</h1><p>Onze lacs.</p>{}</html>'
)


@each_row(
    "part",
    ['<div id="list"></div>', '<ul class=a id="lakes-grid"> </ul>', '<div id="cGrid"></div>'],
)
def test_a_script_may_write_the_list(check_rule: CheckRule, part: str) -> None:
    assert not check_rule("word-count", LISTING.format(part), applies=False)
    assert check_rule("word-count", LISTING.format(part).replace("<script", "<link"))
    assert check_rule(
        "word-count", LISTING.format(part + "<p>" + "Le lac est pris. " * 30 + "</p>")
    )


@each_row(
    "part",
    [
        '<div id="map"></div>',
        '<div id="list">Onze</div>',
        '<ol id="comment-list"></ol>',
        "<div class=list></div>",
        '<div id="contenu"></div>',
    ],
)
def test_what_is_no_list_to_be_written(check_rule: CheckRule, part: str) -> None:
    assert check_rule("word-count", LISTING.format(part))


def test_a_section_s_page_is_a_list(check_rule: CheckRule) -> None:
    text = "---\ntitle: Les fontaines\n---\n\nToutes nos fontaines.\n"
    for rule in ("word-count", "internal-links", "outbound-links"):
        check_rule(rule, text, "markdown", article={"name": "_index.md"}, applies=False)
        check_rule(rule, text, "markdown", article={"name": "fontaines.md"})
    check_rule(
        "title", "---\nweight: 1\n---\n\nToutes.\n", "markdown", article={"name": "_index.md"}
    )


@each_row("language", ["dataview", "tasks", "dataviewjs", "base", "query"])
def test_a_note_that_gathers_others_has_no_words(check_rule: CheckRule, language: str) -> None:
    query = f"```{language}\nlist from #lac\n```\n"
    check_rule("word-count", query, "markdown", applies=False)
    assert check_rule("word-count", f"Le lac est pris.\n\n{query}", "markdown")
    assert check_rule("word-count", "```sql\nselect 1\n```\n", "markdown")


def test_a_title_alone_is_no_text(check_rule: CheckRule) -> None:
    record = "---\ntitle: Le four à pain\nville: Plougastel\n---\n{}\n"
    check_rule("word-count", record.format(""), "markdown", applies=False)
    check_rule("word-count", record.format("{{< carte >}}"), "markdown", applies=False)
    assert check_rule("word-count", record.format("Il cuit le pain."), "markdown")
    assert check_rule("word-count", "# Le four à pain\n", "markdown")


def test_a_list_of_wordpress_that_is_called_an_article(check_rule: CheckRule) -> None:
    page = '<html><head><meta property="og:type" content="article"></head><body class="{}"><h1>Lac</h1><p>Gelé.</p></body></html>'
    name = {"name": "category/lacs/index.html"}
    check_rule("word-count", page.format("archive category"), article=name, applies=False)
    assert check_rule("word-count", page.format("single"), article=name)


@each_row(
    ("name", "head", "judged"),
    [
        ("contact/index.html", "", False),
        ("mon-compte/index.html", "", False),
        ("auth/callback/index.html", "", False),
        ("cours/callback/index.html", "", True),
        ("le-compte-est-bon.html", "", True),
        ("mentions-legales.html", "", False),
        ("merci.html", "", False),
        ("index.html", '<link rel="canonical" href="https://lac.example/">', False),
        ("index.html", '<meta property="og:url" content="https://lac.example">', False),
        ("index.html", '<link rel="canonical" href="https://lac.example/gel/">', True),
        ("contacter-un-elu.html", "", True),
    ],
)
def test_pages_that_serve_the_site_owe_no_length(
    check_rule: CheckRule, name: str, head: str, judged: bool
) -> None:
    page = f"<html><head>{head}</head><h1>Le lac</h1><p>Il est gelé.</p></html>"
    found = check_rule("word-count", page, article={"name": name}, applies=judged)
    assert bool(found) is judged
