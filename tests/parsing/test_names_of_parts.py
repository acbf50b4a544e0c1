"""Parts of an article with names that only sound like furniture, and furniture that is longer than the article."""

import pytest

from seo_audit.parsing.html.parser import parse
from seo_audit.source import Source

_LONG = (
    "Le four à pain du hameau sert encore deux fois par an. Les habitants y cuisent leurs tourtes le matin, puis ils les"
    " partagent à midi sous les tilleuls, avec ceux du bourg."
)
_SECOND = (
    "La voûte a été refaite par un maçon. Il a gardé les pierres d’origine, qu’il a numérotées avant de les remonter une"
    " à une, au mortier de chaux."
)


def _text(body: str, title: str = "Le four à pain du hameau") -> str:
    return parse(Source(f"<!doctype html><title>{title}</title><body>{body}</body>", "a.html")).text


@pytest.mark.parametrize(
    "part",
    [
        "<table><tr><th>Prix</th><td>2 300 €</td></tr><tr class='player-1'><td>Zoé</td><td>12 points</td></tr></table>",
        "<table><tr><th class='date'>Jour</th><th>Lieu</th></tr><tr><td class='date'>12 mai</td><td>Four</td></tr></table>",
        "<h2 id='dates'><span class='date'>Les dates de la fête</span></h2>",
        "<section id='commentaires-du-macon' class='level2'><h2>Commentaires du maçon</h2><p>Il en fit deux.</p></section>",
        "<section id='navigation'><h2>Navigation</h2><p>On y vient à pied.</p></section>",
        "<section id='les-auteurs' class='section'><h2>Les auteurs</h2><p>Ils sont deux.</p></section>",
        "<p>Il coûte 2 300 €</p><p>2 300 €</p>",
    ],
)
def test_the_article_s_own_parts_stay(part: str) -> None:
    bare = parse(Source(f"<p>{part}", "b.html")).text.replace("\n\n", "\n").split("\n")
    found = _text(
        f"<main><h1>Le four à pain du hameau</h1><p>{_LONG}</p>{part}<p>{_SECOND}</p></main>"
    )
    assert [line for line in bare if line and line not in found.split("\n")] == []


def test_furniture_in_a_section_of_its_own_goes() -> None:
    found = _text(
        f"<main><h1>Le four à pain du hameau</h1><p>{_LONG}</p><p>{_SECOND}</p></main>"
        "<section id='comments'><h2>Comments</h2><p>Très beau four, bravo à tous les habitants du hameau.</p></section>"
    )
    assert "bravo" not in found


def test_a_page_builder_s_widgets_are_the_article() -> None:
    def widget(inside: str) -> str:
        return f'<div class="grid"><div class="so-panel widget widget_sow-editor"><div class="textwidget">{inside}</div></div></div>'

    found = _text(
        '<header class="site-header"><a href="/">Hameau</a></header><div class="page">'
        + widget("<h1>Le four à pain du hameau</h1>")
        + widget(f"<p>{_LONG}</p>")
        + widget("<h2>La voûte</h2>")
        + widget(f"<p>{_SECOND}</p>")
        + "</div><footer><p>Mentions légales</p></footer>"
    )
    assert found.split("\n\n") == ["Le four à pain du hameau", _LONG, "La voûte", _SECOND]


def test_a_widget_beside_the_article_is_left_out() -> None:
    found = _text(
        f"<div class='page'><h1>Le four à pain du hameau</h1><p>{_LONG}</p><p>{_SECOND}</p></div>"
        "<div><div class='widget'><h3>À propos</h3><p>Ce site parle du hameau.</p></div>"
        "<div class='widget'><h3>Archives</h3><p>On y trouve tout.</p></div></div>"
    )
    assert "À propos" not in found
    assert "Archives" not in found


@pytest.mark.parametrize("name", ["rplg-reviews", "testimonials", "google-reviews"])
def test_reviews_longer_than_the_article_are_left_out(name: str) -> None:
    review = "<div class='item'><b>Client</b><p>Équipe sérieuse, chantier propre, délais tenus. Nous la recommandons à tous.</p></div>"
    found = _text(
        f"<div class='wrap'><div class='{name}'>{review * 40}</div><div class='main'><h1>Le four à pain du hameau</h1>"
        f"<p>{_LONG}</p><h2>La voûte</h2><p>{_SECOND}</p></div></div>"
    )
    assert found.split("\n\n") == ["Le four à pain du hameau", _LONG, "La voûte", _SECOND]


def test_the_name_of_the_site_in_its_header_is_no_title() -> None:
    found = _text(
        "<header><nav><a href='/' title='Le cours de maçonnerie'></a><div><span>Le cours de maçonnerie</span>"
        f"<span>Voûtes</span></div></nav></header><main><article><h1>La voûte</h1><p>{_LONG}</p><p>{_SECOND}</p>"
        "</article></main>",
        title="Voûtes - Le cours de maçonnerie",
    )
    assert found.startswith("La voûte\n")
