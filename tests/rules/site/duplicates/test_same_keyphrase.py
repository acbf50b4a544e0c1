"""Pages that declare one keyphrase."""

import pytest
from site_checking import CheckSite
from site_samples import page


def aims(keywords: str, title: str, *, lang: str = "fr", head: str = "") -> str:
    """A page whose heading holds its first keyword, without which it would be a tag."""
    first = keywords.partition(",")[0].replace("⟦", "").replace("⟧", "")
    meta = f'<meta name="keywords" content="{keywords}">'
    return page("<p>Texte.</p>", title=title, lang=lang, h1=f"{title} : {first}", head=meta + head)


HOME: dict[str, str | bytes] = {"index.html": page("", title="Accueil")}


@pytest.mark.parametrize(
    "other", ["haie champêtre", "Haies champêtres", "HAIE CHAMPÊTRE", "haie  champêtre"]
)
def test_one_keyphrase_whatever_its_form(check_site: CheckSite, other: str) -> None:
    files = {
        **HOME,
        "a.html": aims("⟦haie champêtre⟧, jardin", "Planter"),
        "b.html": aims(f"⟦{other}⟧,taille", "Tailler"),
    }
    (found,) = check_site("same-keyphrase", files)
    assert found.severity.value == "info"
    said = found.message("fr").replace("\xa0", " ")
    assert said == "2 pages visent la même expression clé : « haie champêtre »."
    assert found.message("en") == "2 pages aim at one keyphrase: “haie champêtre”."


@pytest.mark.parametrize(
    "other", ["taille des haies", "haie", "haie champêtre libre", "jardin, haie champêtre", ""]
)
def test_other_keyphrases(check_site: CheckSite, other: str) -> None:
    files = {**HOME, "a.html": aims("haie champêtre", "Planter"), "b.html": aims(other, "Tailler")}
    assert not check_site("same-keyphrase", files)


@pytest.mark.parametrize(("keywords", "told"), [
    ("{}, dessert", False),  # a tag among others
    ("{}", True),
    ("{} aux pommes, dessert", True),
])  # fmt: skip
def test_a_word_before_others_is_a_tag(check_site: CheckSite, keywords: str, told: bool) -> None:
    first = "⟦tarte{}⟧" if told else "tarte{}"
    said = keywords.replace("{} aux pommes", first.format(" aux pommes")).format(first.format(""))
    files = {**HOME, "a.html": aims(said, "Cuire"), "b.html": aims(said, "Servir")}
    assert len(check_site("same-keyphrase", files)) == told


def test_nothing_is_guessed_from_titles(check_site: CheckSite) -> None:
    body = "<p>La haie champêtre se plante en hiver. La haie champêtre se taille en mars.</p>"
    files = {
        **HOME,
        "a.html": page(body, title="La haie champêtre"),
        "b.html": page(body, title="La haie champêtre"),
    }
    assert not check_site("same-keyphrase", files)


def test_languages_are_searched_apart(check_site: CheckSite) -> None:
    files = {
        **HOME,
        "a.html": aims("camping", "Camper"),
        "en/a.html": aims("camping", "Camping", lang="en"),
    }
    assert not check_site("same-keyphrase", files)
    files["a.html"] = aims("⟦camping⟧", "Camper")
    files["b.html"] = aims("⟦camping⟧", "Dormir", lang="fr-CA")
    assert len(check_site("same-keyphrase", files)) == 1


@pytest.mark.parametrize(
    "head", ['<meta name="robots" content="noindex">', '<link rel="canonical" href="a.html">']
)
def test_what_is_not_to_be_found_competes_with_nobody(check_site: CheckSite, head: str) -> None:
    files = {
        **HOME,
        "a.html": aims("haie", "Planter"),
        "b.html": aims("haie", "Copie", head=head),
        "tags/haie/index.html": aims("haie", "Haie"),
        "page/2/index.html": aims("haie", "Suite"),
    }
    assert not check_site("same-keyphrase", files)


def keyed(count: int, others: int) -> dict[str, str | bytes]:
    """A site of one more page than these."""
    files = {f"a{n}.html": aims("⟦jardin⟧", f"A {n}") for n in range(count)}
    return {**HOME, **files, **{f"b{n}.html": page("", title=f"B {n}") for n in range(others)}}


def test_keywords_of_the_template_are_nobody_s(check_site: CheckSite) -> None:
    unmarked = {
        path: str(text).replace("⟦", "").replace("⟧", "") for path, text in keyed(6, 4).items()
    }
    assert not check_site("same-keyphrase", unmarked)
    # six of twelve are not more than half, and four of five are too few to tell
    assert check_site("same-keyphrase", keyed(6, 5))
    assert check_site("same-keyphrase", keyed(4, 0))


def test_a_keyword_that_the_page_does_not_speak_of_is_a_tag(check_site: CheckSite) -> None:
    meta = '<meta name="keywords" content="haie champêtre, jardin">'
    files = {f"{n}.html": page("<p>Texte.</p>", title=f"Page {n}", head=meta) for n in range(3)}
    assert not check_site("same-keyphrase", {**HOME, **files})


def test_front_matter(check_site: CheckSite) -> None:
    said = "---\ntitle: {}\nseo:\n  {}\n---\n\nUn texte.\n"
    files = {
        "a.md": said.format("A", "keyphrase: ⟦haie champêtre⟧"),
        "b.md": said.format("B", 'keyphrase: "⟦haies champêtres⟧"'),
        "c.md": said.format(
            "haie champêtre", "secondary: [haie champêtre libre]\n  keyphrase: ⟦haie champêtre⟧"
        ),
        "d.md": said.format("D", "keyphrase: haie champêtre\ndraft: true"),
        **{f"e{n}.md": said.format("E", f"keyphrase: haie {n}") for n in range(6)},
        "f.md": "---\ntitle: Une haie\nkeywords: [⟦haie champêtre⟧]\n---\n\nUn texte.\n",
    }
    (found,) = check_site("same-keyphrase", files)
    assert found.pages == 4


def test_one_of_two_that_is_silenced_leaves_nothing(check_site: CheckSite) -> None:
    silence = "<main><!-- seo-audit-disable same-keyphrase -->"
    files = {
        **HOME,
        "a.html": aims("haie", "Planter"),
        "b.html": aims("haie", "Tailler").replace("<main>", silence),
    }
    assert not check_site("same-keyphrase", files)


def test_sites_that_have_none(check_site: CheckSite) -> None:
    assert not check_site("same-keyphrase", {"index.html": aims("haie", "Planter")})
    assert not check_site("same-keyphrase", {"index.html": aims("", "A"), "a.html": aims("", "B")})
