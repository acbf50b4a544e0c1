from conftest import CheckRule
from tables import each_row

from seo_audit.french.word_lists import lines


@each_row(
    "text",
    [
        "ICI",
        "« ici »",
        "→ En savoir plus…",
        "lire la suite !",
        "c'est ici",
        "Cliquez&nbsp;ici",
        "Click here",
        "En savoir +",
        "+ d’infos",
        "[+ d’informations]",
        "[…]",
        "(...)",
        "+",
        "→",
        "Par là",
        "+ d’infos ici",
        "ce lien-ci",
        "ce document",
        "Infos +",
        "Tout voir",
        "☞",
    ],
)
def test_generic_in_any_dress(check_rule: CheckRule, text: str) -> None:
    assert check_rule("link-text", f'<p>Voir ⟦<a href="/a">{text}</a>⟧.</p>')


@each_row(
    "text",
    [
        "ici la Terre",
        "le plan",
        "En savoir plus sur le lac",
        "Icicle",
        "2024",
        "C++",
        "Canal+",
        "+33 1 23",
        "Savoir + Faire",
        "¶",
        "↩",
        "#",
    ],
)
def test_texts_that_say_something(check_rule: CheckRule, text: str) -> None:
    assert not check_rule("link-text", f'<p>Voir <a href="/a">{text}</a>.</p>')


@each_row("text", ["info()", "`.Site`", "`here`", "**`{}`**"])
def test_names_of_code(check_rule: CheckRule, text: str) -> None:
    check_rule("link-text", f"La méthode [{text}](https://exemple.org/doc) sert.", "markdown")
    check_rule(
        "link-text", "<code>Voir</code> ⟦<a href='/a'>ici</a>⟧ ou <code><a href='/b'>{}</a></code>."
    )


def test_a_generic_label_does_not_help(check_rule: CheckRule) -> None:
    check_rule("link-text", '<p>⟦<a href="/a" aria-label="Lire la suite">ici</a>⟧ Mot.</p>')


def test_an_image_in_the_link_may_say_it(check_rule: CheckRule) -> None:
    check_rule(
        "link-text", '<p>Mot. <a href="/a">Lire <img src="a.png" alt="le plan du lac"></a></p>'
    )


@each_row("name", ["Lire la suite", "+ d’infos", "Site web"])
def test_what_a_link_without_text_is_called(check_rule: CheckRule, name: str) -> None:
    check_rule("link-text", f'<p>Mot. ⟦<a href="/a"><img src="a.png" alt="{name}"></a>⟧</p>')
    check_rule("link-text", f'<p>Mot. ⟦<a href="/a" aria-label="{name}"><i></i></a>⟧</p>')
    check_rule("link-text", f"Mot. ⟦[![{name}](a.png)](/a)⟧\n", "markdown")
    two = f'<img src="a.png" alt="{name}"><img src="b.png" alt="Le lac">'
    check_rule("link-text", f'<p>Mot. <a href="/a">{two}</a></p>')


def test_a_link_without_text_is_another_rule_s(check_rule: CheckRule) -> None:
    check_rule("link-text", '<p>Mot. <a href="/a"></a></p>')


def test_texts_of_one_s_own(check_rule: CheckRule) -> None:
    check_rule("link-text", "Par [là-bas](/a), un mot.", "markdown")
    check_rule("link-text", "Par ⟦[Là-bas](/a)⟧, un mot.", "markdown", extend=("là-bas",))


def test_it_is_quoted_with_single_spaces(check_rule: CheckRule) -> None:
    [finding] = check_rule("link-text", '<p>⟦<a href="/a">En savoir\n  plus</a>⟧ Mot.</p>')
    assert finding.values["text"] == "En savoir plus"


def test_each_link_is_judged_by_itself(check_rule: CheckRule) -> None:
    text = "⟦[ici](/a)⟧, [le plan du lac](/b), ⟦[là](/c)⟧, ⟦[Par ici !](/d)⟧."
    check_rule("link-text", text, "markdown", extend=("LÀ", "« par ici »"))


def test_without_links_nothing_is_judged(check_rule: CheckRule) -> None:
    check_rule("link-text", "<p>Cliquez ici.</p>", applies=False)


def test_a_label_of_signs_says_nothing_more(check_rule: CheckRule) -> None:
    check_rule("link-text", '<p>⟦<a href="/a" aria-label="→">ici</a>⟧ Mot.</p>')


def test_the_list_is_long_and_without_repeats() -> None:
    texts = lines("seo_audit.rule_support", "link_texts.txt")
    assert len(texts) >= 60
    assert len(set(texts)) == len(texts)


@each_row(
    "text",
    [
        "Écrit en [Go](https://github.com/golang), par des bénévoles.",
        "- [Go](https://go.dev/)",
        "- [Go](/langages/go/)",
        "La carte de [Here](https://www.here.com/).",
        "Fait avec [click](https://click.exemple.org/).",
        "La bibliothèque [Click](https://exemple.org/).",
        "Le mensuel [Suite](https://suite.exemple.fr/).",
        "Écrit en [GO](https://go.dev/).",
        "La série [Suite](https://fr.wikipedia.org/wiki/Suite_(s%C3%A9rie)), de 2019.",
        "La série [Suite](https://fr.wikipedia.org/wiki/Suite/wiki/four), de 2019.",
        "Python, [Go](https://exemple.org/go-et-python), Rust.",
        "Python, [Go](https://exemple.org/), Rust.",
    ],
)
def test_a_name_says_where_it_leads(check_rule: CheckRule, text: str) -> None:
    check_rule("link-text", text, "markdown")


@each_row(
    "text",
    [
        "⟦[Go](/formulaire)⟧",
        "Pour y aller : ⟦[click](https://exemple.fr/click)⟧",
        "Le plan est ⟦[ICI](/plan)⟧.",
        "La ⟦[Suite](https://fr.wikipedia.org/wiki/Four)⟧ est là.",
        "Pour partir : ⟦[GO](https://exemple.fr/)⟧",
        "Voir le guide ⟦[Ici](/guide)⟧.",
        "Pour partir, bien sûr ! ⟦[Go](https://exemple.fr/partir)⟧",
        "Le guide ⟦[Télécharger](/guide.pdf)⟧",
    ],
)
def test_a_capital_makes_no_name(check_rule: CheckRule, text: str) -> None:
    check_rule("link-text", text, "markdown")


def test_an_entry_of_a_table_of_contents_is_a_heading(check_rule: CheckRule) -> None:
    text = "- [Plus loin](#s3)\n- ⟦[La suite](#s4)⟧\n- [Plus loin](page.md#plus-loin)\n\n## Plus loin\n\nUn mot.\n"
    check_rule("link-text", text, "markdown")
    for part in ("en-savoir-plus", "En%20savoir%20plus", "en_savoir_plus"):
        check_rule(
            "link-text", f"[En savoir plus](page.md#{part}) ⟦[En savoir plus](page.md)⟧", "markdown"
        )
    page = '<p><a href="#s3">Détails</a> ⟦<a href="/p">Détails</a>⟧</p><h2 id="s3">Détails</h2><p>Un mot.</p>'
    check_rule("link-text", page)


def test_a_label_that_says_nothing_hides_the_text(check_rule: CheckRule) -> None:
    link = '<a href="/a" {}="{}">Le guide</a>'
    check_rule("link-text", f"<p>Lire ⟦{link.format('aria-label', 'En savoir plus')}⟧.</p>")
    check_rule("link-text", '<p>Lire ⟦<a aria-label="En savoir plus" href="/a">Le guide</a>⟧.</p>')
    check_rule("link-text", f"<p>Lire {link.format('title', 'En savoir plus')}.</p>")
    check_rule(
        "link-text", f"<p>Lire {link.format('aria-label', 'En savoir plus sur le four')}.</p>"
    )


def test_a_label_that_a_template_fills_in_is_not_known(check_rule: CheckRule) -> None:
    link = '<a href="/lac" aria-label="Voir {}">Voir</a>\n'
    assert not check_rule("link-text", link.format("{{ entry.title }}"), "markdown")
    (found,) = check_rule("link-text", f"⟦{link.format('ici').strip()}⟧\n", "markdown")
    assert "\ufdd0" not in found.message("fr")
