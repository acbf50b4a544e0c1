from pathlib import Path

from conftest import CheckRule
from tables import each_row


@each_row(
    "href", ["#", "#null", "#top", "#%C3%A9t%C3%A9", "#/page", "#!", "#:~:text=lac", "#__comments"]
)
def test_anchors_that_are_there_or_nobody_s_business(check_rule: CheckRule, href: str) -> None:
    assert not check_rule(
        "link-target", f'<h1 id="été">Le lac</h1><p>Voir <a href="{href}">ici</a>.</p>'
    )


def test_anchors_anywhere_on_the_page_count(check_rule: CheckRule) -> None:
    page = '<nav id="menu">Menu</nav><article><h1>Le lac</h1><p>Voir <a href="#menu">le menu</a>.</p></article>'
    assert not check_rule("link-target", page)


def test_templates_may_bring_anchors(check_rule: CheckRule) -> None:
    text = "{% include plan.html %}\n\nVoir [la rive](#rive).\n"
    assert not check_rule("link-target", text, "markdown")


def test_files_are_looked_for(check_rule: CheckRule, tmp_path: Path) -> None:
    (tmp_path / "sous").mkdir()
    (tmp_path / "sous" / "index.md").write_text("x")
    (tmp_path / "été.md").write_text("x")
    text = (
        "[a](⟦%C3%A9t%C3%A9.md#b⟧) [b](sous/) [c](sous) [d](⟦hiver.md⟧) [e](⟦plus/loin.md⟧) "
        "[f](/racine.md) [g](page.html) [h](permalien) [i](été.md?x=1)"
    )
    check_rule("link-target", f"Voir {text}.\n", "markdown", path=tmp_path / "a.md")


def test_the_root_settles_doubts(check_rule: CheckRule, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b.md").write_text("x")
    text = "[a](/b.md) [b](⟦/c.md⟧) [c](⟦plus/loin.md⟧)"
    check_rule(
        "link-target",
        f"Voir {text}.\n",
        "markdown",
        path=tmp_path / "a" / "a.md",
        article={"root": tmp_path},
    )


def test_a_page_saved_alone_is_not_judged(check_rule: CheckRule, tmp_path: Path) -> None:
    page = '<head><link rel="canonical" href="https://exemple.fr/a"></head><p>Voir <a href="{}">le plan</a>.</p>'
    path = tmp_path / "a.html"
    assert not check_rule("link-target", page.format("plan.html"), path=path)
    (tmp_path / "b.html").write_text("x")
    both = page.format("⟦plan.html⟧") + '<p><a href="b.html">un autre</a></p>'
    assert check_rule("link-target", both, path=path)


def test_hostile_addresses_are_no_trap(check_rule: CheckRule, tmp_path: Path) -> None:
    links = "".join(
        f'<a href="{href}">x</a> '
        for href in ("a%00.md", "x/" * 50 + "x" * 5000 + ".md", "//[", "a\\b.md")
    )
    check_rule("link-target", f"<p>{links}</p>", path=tmp_path / "a.html")


def test_no_relative_link_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("link-target", '<p><a href="https://a.fr">a</a></p>', applies=False)


_OTHER = """# Page

## La taille d’hiver {#taille}

<a name="ancre-nue"></a>

Texte.
"""


def test_anchors_are_looked_for_in_other_files(check_rule: CheckRule, tmp_path: Path) -> None:
    (tmp_path / "autre.md").write_text(_OTHER, "utf-8")
    (tmp_path / "autre.html").write_text("<h2 id=presente>x</h2><a name='l&eacute;'>y</a>", "utf-8")
    (tmp_path / "code.py").write_text("x = 1")
    text = (
        "[a](autre.md#la-taille-dhiver) [b](autre#ancre-nue) [c](⟦autre.md#absente⟧) [d](autre.md#L12) "
        "[e](code.py#absente) [f](⟦autre#absente⟧) [g](a.md#ici) [h](⟦a.md#la-bas⟧)"
    )
    (tmp_path / "a.md").write_text("x")
    check_rule("link-target", f"## Ici\n\nVoir {text}.\n", "markdown", path=tmp_path / "a.md")
    page = (
        '<p>Voir <a href="autre.html#presente">a</a>, <a href="autre.html#l%C3%A9">b</a>, '
        '<a href="⟦autre.html#absente⟧">c</a>.</p>'
    )
    check_rule("link-target", page, path=tmp_path / "a.html")


def test_a_file_with_a_template_may_have_any_anchor(check_rule: CheckRule, tmp_path: Path) -> None:
    (tmp_path / "autre.md").write_text('# Page\n\n--8<-- "suite.md"\n', "utf-8")
    assert not check_rule("link-target", "[a](autre.md#x)\n", "markdown", path=tmp_path / "a.md")
    for marker in ("<!-- material/tags -->", "[TAGS]"):
        (tmp_path / "tags.md").write_text(f"# Mots-clés\n\n{marker}\n", "utf-8")
        assert not check_rule(
            "link-target", "[a](tags.md#lac)\n", "markdown", path=tmp_path / "a.md"
        )


def test_a_page_s_own_address_is_the_page(check_rule: CheckRule, tmp_path: Path) -> None:
    page = (
        '<head><link rel="canonical" href="https://exemple.fr/haie"></head><h2 id="taille">La taille</h2>'
        "<p>La haie champêtre abrite des oiseaux et protège le potager du vent. Pour la tailler, voyez "
        '<a href="https://exemple.fr/haie#taille">plus bas</a>, et <a href="⟦https://exemple.fr/haie#vent⟧">ici</a>.</p>'
    )
    check_rule("link-target", page, path=tmp_path / "a.html")


def test_a_base_leads_elsewhere(check_rule: CheckRule, tmp_path: Path) -> None:
    page = (
        '<head><base href="https://exemple.fr/guides/"></head><p>Voir <a href="taille.html">la taille</a>, '
        '<a href="#vent">le vent</a>, <a href="a.html">a</a>.</p>'
    )
    check_rule("link-target", page, path=tmp_path / "a.html", applies=True)
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "c.html").write_text("x")
    here = (
        '<head><base href="b/"></head><p>Voir <a href="c.html">c</a>, <a href="⟦d.html⟧">d</a>.</p>'
    )
    check_rule("link-target", here, path=tmp_path / "a.html")


def test_nobody_knows_where_a_base_leads_that_a_template_fills_in(
    check_rule: CheckRule, tmp_path: Path
) -> None:
    page = (
        '<head><base href="{{ site.url }}/"></head><p>Voir <a href="d.html">d</a>, '
        '<a href="#vent">le vent</a>, <a href="https://exemple.fr/">ailleurs</a>.</p>'
    )
    check_rule("link-target", page, path=tmp_path / "a.html")


def test_what_a_generator_or_a_vault_resolves_is_not_judged(
    check_rule: CheckRule, tmp_path: Path
) -> None:
    text = (
        'Voir [a]({{< relref "b.md" >}}), [b]({{ site.url }}/c.md), [[ailleurs/d.md]], [[e.md|f]] et '
        "[g](⟦h.md⟧), [^1] [1](#fn:1) [2](#fnref-2).\n\n[^1]: Une note.\n"
    )
    check_rule("link-target", text, "markdown", path=tmp_path / "a.md")


def test_names_of_a_book_stand_in_any_chapter(check_rule: CheckRule, tmp_path: Path) -> None:
    text = "Voir [le débit](#debit) et [la source](⟦b.png⟧).\n"
    assert check_rule("link-target", text, "markdown", path=tmp_path / "a.qmd")
    check_rule("link-target", "Voir [le débit](⟦#debit⟧).\n", "markdown", path=tmp_path / "a.md")


def test_an_address_to_be_filled_in_is_no_file(check_rule: CheckRule, tmp_path: Path) -> None:
    (tmp_path / "lac.md").write_text("")
    text = (
        "[Le lac](lac.md), [la rive]({{ site.baseurl }}/rive.md), "
        '[l’île]({{< ref "ile.md" >}}), [la digue](|filename|digue.md), [le pont](⟦pont.md⟧).\n'
    )
    check_rule("link-target", text, "markdown", path=tmp_path / "a.md")


def test_links_that_a_robot_writes(check_rule: CheckRule) -> None:
    page = (
        "# Le lac\n\n<!-- ALL-CONTRIBUTORS-LIST:START - Do not edit -->\n<table><td><a href='#talk-jeanne' title='Talks'>📢</a>"
        "</td></table>\n<!-- ALL-CONTRIBUTORS-LIST:END -->\n\n[Le four](#⟦four⟧).\n"
    )
    check_rule("link-target", page.replace("#⟦four⟧", "⟦#four⟧"), "markdown")


@each_row(
    ("href", "told"),
    [("#Ici", True), ("#ici", False), ("#été", False), ("#%C3%A9t%C3%A9", False), ("#ete", True)],
)
def test_browsers_tell_capitals_and_accents_apart(
    check_rule: CheckRule, href: str, told: bool
) -> None:
    page = '<p>Voir <a href="{}">la suite</a>.</p><h2 id="ici">Un</h2><h2 id="été">Deux</h2>'
    check_rule("link-target", page.format(f"⟦{href}⟧" if told else href))


def test_so_they_do_in_other_files(check_rule: CheckRule, tmp_path: Path) -> None:
    (tmp_path / "b.html").write_text('<h2 id="ici">Un</h2>', encoding="utf-8")
    (tmp_path / "b.md").write_text("## Ici\n", encoding="utf-8")
    text = "Voir [a](b.html#ici), [b](⟦b.html#Ici⟧) et [c](b.md#Ici).\n"
    check_rule("link-target", text, "markdown", path=tmp_path / "a.md")


def test_labels_of_myst_and_of_code_hosts(check_rule: CheckRule) -> None:
    text = "Voir [a](#choix), [b](#user-content-un-titre) et [c](⟦#autre⟧).\n\n(choix)=\n## Un titre\n\nUn mot.\n"
    check_rule("link-target", text, "markdown")


def test_links_that_share_a_reference_are_told_once(check_rule: CheckRule) -> None:
    text = "Le [lac][lac], le [lac][lac] et [un autre](⟦#rive⟧).\n\n[lac]: ⟦#rive⟧\n"
    check_rule("link-target", text, "markdown")


def test_parts_that_a_theme_lays_around_an_article(check_rule: CheckRule) -> None:
    text = "Nos coordonnées, en [bas de page]({}).\n"
    check_rule("link-target", text.format("#footer"), "markdown")
    check_rule("link-target", text.format("⟦#rive⟧"), "markdown")
    page = "<h1>Le lac</h1><p>En <a href='⟦#footer⟧'>bas de page</a>.</p>"
    check_rule("link-target", page)


def test_files_put_at_the_root_of_a_site(check_rule: CheckRule, tmp_path: Path) -> None:
    for name in ("docs/public/plans/lac.csv", "docs/eau/rive.md", "docs/plans/a.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    text = "[a](../plans/lac.csv) [b](⟦../plans/mer.csv⟧) [c](⟦../plans/lac.md⟧)\n"
    check_rule("link-target", text, "markdown", path=tmp_path / "docs/eau/lac.md")
