from pathlib import Path

from conftest import CheckRule
from tables import each_row


@each_row(
    "inside", [' aria-label="Le plan">', ">Plan", '><img src="a.png" alt="Plan">', ' title="Plan">']
)
def test_names_that_count(check_rule: CheckRule, inside: str) -> None:
    assert not check_rule("link-empty", f'<p>Un mot <a href="/plan"{inside}</a>.</p>')


def test_an_anchor_is_no_link(check_rule: CheckRule) -> None:
    check_rule("link-empty", '<p><a id="haut"></a>Un mot. <a href="/a">Plan</a></p>')


def test_spaces_are_no_name(check_rule: CheckRule) -> None:
    check_rule("link-empty", '<p>Un mot ⟦<a href="/plan"> &nbsp;<b> </b></a>⟧.</p>')


def test_signs_without_width_are_no_name(check_rule: CheckRule) -> None:
    check_rule("link-empty", '<p>Un mot ⟦<a href="/plan">&#8203;&shy;\ufeff</a>⟧.</p>')
    check_rule("link-empty", '<p>Un mot <a href="/plan">&#8203;Plan</a>.</p>')


def test_no_link_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("link-empty", "<p>Un mot.</p>", applies=False)


def test_what_a_template_fills_is_not_empty(check_rule: CheckRule) -> None:
    text = "Voir [{{ site.title }}](/a), [<Photo src='b' />](/b) et ⟦[](/c)⟧.\n"
    check_rule("link-empty", text, "markdown")


@each_row(
    "text",
    [
        "Voici [{{ site.title }}]({{ site.url }}).",
        "Voici [{{< titre >}}](/lac).",
        'Voici [<Photo alt="Le lac" />](/lac).',
        "Voici [{titre}](/lac) et <a href='/b'>{titre}</a>.",
        "Voici [$x$](/lac) et [:fire:](/four).",
        "<a href='/lac'><Icone /></a>",
    ],
)
def test_a_template_may_bring_the_text(check_rule: CheckRule, text: str) -> None:
    check_rule("link-empty", text + "\n", "markdown", article={"name": "a.mdx"})


PAGE = "<html><head><script src=a.js></script></head><body><h1>Lac</h1><p>Tél. {}</p></body></html>"


def test_a_script_may_bring_the_text(check_rule: CheckRule) -> None:
    check_rule("link-empty", PAGE.format('<a id="phone" href="#"> </a>'))
    for told in (
        '<a id="phone" href="tel:+33102030405"></a>',
        '<a id="box" class="open" href="#"></a>',
        '<a href="#"></a>',
    ):
        check_rule("link-empty", PAGE.format(f"⟦{told}⟧"))
    check_rule("link-empty", '<html><head></head><p>Tél. ⟦<a id="phone" href="#"></a>⟧</p></html>')


def test_a_script_that_can_be_read_must_name_it(check_rule: CheckRule, tmp_path: Path) -> None:
    empty, path = '<a id="phone" href="#"></a>', tmp_path / "lac.html"
    script = tmp_path / "a.js"
    script.write_text("$('#phone').text(number)", encoding="utf-8")
    check_rule("link-empty", PAGE.format(empty), path=path)
    script.write_text("$('#phones').text(number)", encoding="utf-8")
    check_rule("link-empty", PAGE.format(f"⟦{empty}⟧"), path=path)
    # another's knows nothing of the page
    other = PAGE.replace("a.js", "https://cdn.exemple/a.js")
    check_rule("link-empty", other.format(f"⟦{empty}⟧"))


def test_a_template_in_the_address_brings_none(check_rule: CheckRule) -> None:
    check_rule("link-empty", "Voici ⟦[]({{ site.url }})⟧.\n", "markdown")
    check_rule("link-empty", '<p>Voici ⟦<a href="{{ site.url }}"></a>⟧.</p>')


def test_a_part_of_an_image_needs_an_alternative(check_rule: CheckRule) -> None:
    image = '<img src="a.png" alt="Carte" usemap="#m">'
    page = '<h1>Lac</h1><p>Voici la carte : {}</p><map name="m"><area href="/nord" alt="Le nord">{}</map>'
    check_rule("link-empty", page.format(image, '⟦<area href="/sud">⟧'))
    check_rule("link-empty", page.format(image, '⟦<area href="/sud" alt=" ">⟧'))


def test_a_label_names_an_image_in_a_link(check_rule: CheckRule) -> None:
    assert not check_rule(
        "link-empty", '<p>Mot <a href="/a"><img src="a.png" aria-label="Plan"></a>.</p>'
    )
    text = 'Mot <a href="/a"><img src="a.png" aria-label="Plan"></a>.\n'
    assert not check_rule("link-empty", text, "markdown")


def test_the_name_of_a_place_leads_nowhere(check_rule: CheckRule) -> None:
    heading = '# Le four\n\n## Cuisson <a href="#four" id="four"></a>\n\nVoir {} du four.\n'
    check_rule("link-empty", heading.format("le plan"), "markdown")
    check_rule("link-empty", heading.format('⟦<a href="#pain"></a>⟧'), "markdown")
    check_rule("link-empty", heading.format('⟦<a id="pain" href="#four"></a>⟧'), "markdown")


WRITTEN = '<html><head></head><h1>Lac</h1><p>Tél. {}</p><script>document.getElementById("phone"){}</script></html>'


def test_a_script_of_the_page_writes_the_text(check_rule: CheckRule) -> None:
    for link in ('<a class="b" href="#" id="phone"></a>', '<a href="/a"><b id=phone></b></a>'):
        check_rule("link-empty", WRITTEN.format(link, ".textContent = atob('MDE=')"))
        check_rule("link-empty", WRITTEN.format(f"⟦{link}⟧", ".onclick = up"))
    other = '⟦<a class="b" href="#" id="other"></a>⟧'
    check_rule("link-empty", WRITTEN.format(other, ".textContent = atob('MDE=')"))


def test_a_button_that_leads_up_is_none_of_the_article(check_rule: CheckRule) -> None:
    page = "<html><head></head><body><h1>Lac</h1><p>Il est gelé.</p>{}</body></html>"
    check_rule(
        "link-empty", page.format('<a id="x-back-to-top" href="#"><svg></svg></a>'), applies=False
    )
    check_rule("link-empty", page.format('⟦<a id="desktop-menu" href="#"><svg></svg></a>⟧'))


def test_the_sign_of_a_heading_s_own_link(check_rule: CheckRule) -> None:
    text = '<h2 id="eau">Eau <a href="#eau" class="toc-anchor"></a></h2>\n\nIl gèle.\n'
    check_rule("link-empty", text, "markdown")
    text = '<h2 id="eau">Eau ⟦<a href="/eau/" class="toc-anchor"></a>⟧</h2>\n\nIl gèle.\n'
    check_rule("link-empty", text, "markdown")
    text = 'Il gèle ⟦<a href="#eau" class="toc-anchor"></a>⟧ ici.\n'
    check_rule("link-empty", text, "markdown")
