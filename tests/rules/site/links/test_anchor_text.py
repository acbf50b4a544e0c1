"""What links are called."""

import pytest
from site_checking import CheckSite, advised, said
from site_samples import page, record

from seo_audit.rule import Severity

RULE = "anchor-text"
FIGS = page("<p>En août.</p>", title="Les figues du Sud")
PLUMS = page("<p>En septembre.</p>", title="Les prunes du Nord")
SAID = (
    "<p>Le verger a cent ans, et ses fruits mûrissent tard dans ce pays de vents et de pierres.</p>"
)


def home(*links: str, lang: str = "fr") -> str:
    return page(SAID + "".join(f"<p>{link}</p>" for link in links), title="Accueil", lang=lang)


def to(href: str, text: str, *, told: bool = True) -> str:
    link = f'<a href="{href}">{text}</a>'
    return f"⟦{link}⟧" if told else link


def test_all_links_to_a_page_are_one_finding(check_site: CheckSite) -> None:
    files = {
        "index.html": home(to("figues.html", "Cliquez ici"), to("/figues", "ici")),
        "figues.html": FIGS,
        "autre.html": page(SAID + "<nav>" + to("figues.html#la", "En savoir plus") + "</nav>", title="Autre"),
    }  # fmt: skip
    [found] = check_site(RULE, files)
    assert found.severity is Severity.INFO
    assert found.finding.target == "/figues.html"
    assert said(found) == (
        "Aucun lien vers « /figues.html » ne dit ce qu’on y trouve : « En savoir plus », 3 liens."
    )
    assert "sur les mots qui nomment la page" in advised(found)


@pytest.mark.parametrize(
    "text",
    [
        "ici", "ICI !", "« ici »", "→ ici", "En savoir plus…", "En savoir +", "Cliquez&nbsp;ici", "Lire&nbsp;la&nbsp;suite&nbsp;»",
        "c'est ici", "pour en savoir plus", "cet article", "→", "…", "#",
    ],
)  # fmt: skip
def test_generic_in_any_dress(check_site: CheckSite, text: str) -> None:
    files = {"index.html": home(to("figues.html", text)), "figues.html": FIGS}
    [found] = check_site(RULE, files)
    assert "ne dit ce qu’on y trouve" in said(found)


@pytest.mark.parametrize(("path", "told"), [("p2", False), ("page/2", False), ("figues", True)])
def test_arrows_lead_through_a_series(check_site: CheckSite, path: str, told: bool) -> None:
    files = {
        "index.html": home(to(f"{path}/", "⟹", told=told)),
        f"{path}/index.html": page(SAID, title="Les fruits"),
    }
    assert len(check_site(RULE, files)) == told


def test_empty_links(check_site: CheckSite) -> None:
    files = {
        "index.html": home(to("figues.html", ""), to("figues.html", '<img src="f.png" alt="">')),
        "figues.html": FIGS,
    }
    [found] = check_site(RULE, files)
    assert said(found) == "Aucun lien vers « /figues.html » n’a de texte, 2 liens."
    files["index.html"] = home(to("figues.html", ""), to("figues.html", "ici"))
    [found] = check_site(RULE, files)
    assert "« ici », 2 liens" in said(found)


@pytest.mark.parametrize(
    "good",
    [
        '<nav><a href="/figues.html">Les figues</a></nav>',
        '<footer><a href="/figues">Nos figues</a></footer>',
        '<p><a href="figues.html"><img src="f.png" alt="Les figues"></a></p>',
        '<p><a href="figues.html" title="Les figues"></a></p>',
        '<p><a href="figues.html" aria-label="Les figues"><svg></svg></a></p>',
        '<p><a href="figues.html"><svg><title>Les figues</title></svg></a></p>',
        '<map name="m"><area href="figues.html" alt="Les figues"></map>',
        '<p><a href="figues.html">Ici la figue est reine</a></p>',
        '<p><a href="/ancienne">Les figues</a></p>',
    ],
)
def test_one_good_text_is_enough(check_site: CheckSite, good: str) -> None:
    files = {
        "index.html": home(to("figues.html", "ici", told=False), good),
        "figues.html": FIGS,
        "_redirects": "/ancienne /figues.html 301\n",
    }
    assert not check_site(RULE, files)


def test_a_good_text_on_the_page_itself_does_not_count(check_site: CheckSite) -> None:
    own = page('<p>En août. <a href="figues.html">Les figues</a></p>', title="Les figues")
    assert check_site(RULE, {"index.html": home(to("figues.html", "ici")), "figues.html": own})
    own = page('<p>En août. <a href="figues.html">ici</a></p>', title="Les figues")
    assert not check_site(RULE, {"index.html": home(), "figues.html": own})


@pytest.mark.parametrize(
    ("path", "title"),
    [("a/index.html", "Télécharger"), ("telecharger.html", "Tout"), ("télécharger/index.html", "Tout"), ("a.html", "« Télécharger ! »")],
)  # fmt: skip
def test_a_page_that_is_called_so(check_site: CheckSite, path: str, title: str) -> None:
    files = {"index.html": home(to(path, "Télécharger", told=False)), path: page(SAID, title=title)}
    assert not check_site(RULE, files)


@pytest.mark.parametrize(
    "head",
    ['<meta name="robots" content="noindex">', '<link rel="canonical" href="/index.html">'],
)
def test_a_page_that_is_not_to_be_found(check_site: CheckSite, head: str) -> None:
    files = {
        "index.html": home(to("a.html", "ici", told=False)),
        "a.html": page(SAID, title="Merci", head=head),
    }
    assert not check_site(RULE, files)


def test_what_is_no_page(check_site: CheckSite) -> None:
    links = [to(href, "ici", told=False) for href in ("plan.pdf", "zut", "https://ailleurs.fr/", "#la", "404.html")]  # fmt: skip
    files = {"index.html": home(*links), "plan.pdf": "x", "404.html": page(SAID)}
    assert not check_site(RULE, {**files})


def test_two_pages_that_are_called_the_same(check_site: CheckSite) -> None:
    links = [to(href, "Taille des arbres", told=False) for href in ("2023.html", "2024.html")]
    files = {
        "index.html": home(*links),
        "2023.html": page(SAID, title="Taille des arbres"),
        "2024.html": page(SAID, title="Taille des arbres – Le verger"),
    }
    assert not check_site(RULE, files)
    files["index.html"] = files["index.html"].replace("<a ", "⟦<a ").replace("</a>", "</a>⟧")
    files["2024.html"] = page(SAID, title="Taille des arbres fruitiers")
    assert check_site(RULE, files)


def test_a_quotation_within_a_text_keeps_its_marks(check_site: CheckSite) -> None:
    files = {
        "index.html": home(to("figues.html", 'Le "Guide"'), to("prunes.html", 'Le "Guide"')),
        "figues.html": FIGS,
        "prunes.html": PLUMS,
    }
    [found] = check_site(RULE, files)
    assert said(found).startswith('« Le "Guide" » mène')


def test_one_text_for_two_pages(check_site: CheckSite) -> None:
    files = {
        "index.html": home(to("figues.html", "Nos fruits d’été"), to("prunes.html", "nos  fruits d’été…")),
        "figues.html": FIGS,
        "prunes.html": PLUMS,
        "autre.html": page(SAID + f"<p>Et {to('/figues', '« Nos fruits d’été »')}.</p>", title="Autre"),
    }  # fmt: skip
    [found] = check_site(RULE, files)
    assert found.severity is Severity.INFO
    assert said(found) == (
        "« Nos fruits d’été » mène à deux pages : « /figues.html » et « /prunes.html »."
    )
    assert advised(found) == "Distinguez ces liens par leurs mots."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nos figues d’été", "Nos prunes d’été"),
        ("Suivant", "Suivant"),
        ("Page suivante »", "Page suivante »"),
        ("article précédent", "Article précédent"),
        ("L’étape suivante", "l'étape suivante"),
        ("Next post", "Next post"),
        ("← Précédent", "← Précédent"),
        ("12", "12"),
        ("Page 2", "Page 2"),
        ("« Retour »", "« Retour »"),
        ("Été", "Été"),
    ],
)
def test_texts_that_may_be_shared(check_site: CheckSite, one: str, other: str) -> None:
    named = '<nav><a href="/figues.html">Les figues</a> <a href="/prunes.html">Les prunes</a></nav>'
    links = (to("figues.html", one, told=False), to("prunes.html", other, told=False))
    files = {"index.html": home(*links, named), "figues.html": FIGS, "prunes.html": PLUMS}
    assert not check_site(RULE, files)


def test_a_text_that_only_begins_so_may_not(check_site: CheckSite) -> None:
    text = "Étape suivante du verger"
    links = (f"Lisez {to(f'{name}.html', text)} avant l’hiver." for name in ("figues", "prunes"))
    named = '<nav><a href="/figues.html">Les figues</a> <a href="/prunes.html">Les prunes</a></nav>'
    files = {"index.html": home(*links, named), "figues.html": FIGS, "prunes.html": PLUMS}
    assert check_site(RULE, files)


def test_menus_lists_series_and_parts_share_texts(check_site: CheckSite) -> None:
    fruit = "Nos fruits d’été"
    listing = "".join(f"<p>{to(f'/{name}.html', fruit, told=False)}</p>" for name in ("figues", "prunes"))  # fmt: skip
    files = {
        "index.html": home(
            SAID, SAID,
            f"<nav>{to('prunes.html', fruit, told=False)}</nav>", to("figues.html", fruit, told=False),
            to("prunes.html#la", fruit, told=False), to("prunes.html?tri=nom", fruit, told=False),
            to("page/2/", fruit, told=False), to("copie.html", fruit, told=False),
        ),
        "figues.html": FIGS,
        "prunes.html": PLUMS,
        "copie.html": page(SAID, title="Les figues", head='<link rel="canonical" href="/figues.html">'),
        "page/2/index.html": page(listing, title="Accueil"),
        "liste.html": page(listing, title="Tout"),
        "tags/ete/index.html": page(SAID + listing, title="Été"),
    }  # fmt: skip
    assert not check_site(RULE, files)
    # it is no list itself: a second page of that name would be told
    files["index.html"] = home(SAID, SAID, to("figues.html", fruit), to("prunes.html", fruit))
    assert len(check_site(RULE, files)) == 1


def test_other_languages_have_words_of_their_own(check_site: CheckSite) -> None:
    files = {
        "index.html": home(to("contact.html", "Contact", told=False)),
        "contact.html": page(SAID, title="Nous écrire"),
        "en/index.html": home(to("contact.html", "Contact", told=False), lang="en"),
        "en/contact.html": page(SAID, title="Write to us", lang="en"),
    }
    assert not check_site(RULE, files)
    files["fr.html"] = home(to("en/contact.html", "Contact"), lang="fr-CA")
    files["index.html"] = home(to("contact.html", "Contact"))
    assert len(check_site(RULE, files)) == 1


def test_a_good_text_on_a_page_that_is_left_out_counts(check_site: CheckSite) -> None:
    files = {
        "index.html": home(to("figues.html", "ici", told=False)),
        "figues.html": FIGS,
        "prive/a.html": home(to("/figues.html", "Les figues", told=False)),
        "seo-audit.toml": 'select = ["anchor-text"]\nexclude = ["prive/**"]\n',
    }
    assert not check_site(RULE, files)
    files["index.html"] = home(to("figues.html", "ici"))
    files["prive/a.html"] = home(to("/figues.html", "Par ici !", told=False))
    assert len(check_site(RULE, files)) == 1


def test_a_page_alone_and_sources(check_site: CheckSite) -> None:
    assert not check_site(RULE, {"index.html": home(to("/", "ici", told=False))})
    assert not check_site(RULE, {"a.md": "# A\n\n[ici](b.md)", "b.md": "# B\n\nMot."})


def test_a_crawl(check_site: CheckSite) -> None:
    crawl = record("https://exemple.fr/", home(to("/a", "ici", told=False)).encode()) + record(
        "https://exemple.fr/a", FIGS.encode()
    )
    [found] = check_site(RULE, {"crawl.warc": crawl}, placed=False)
    assert found.finding.target == "/a"


def test_a_link_to_another_language_is_called_by_it(check_site: CheckSite) -> None:
    def pages(text: str, *, told: bool = False) -> dict[str, str]:
        return {
            f"en/{one}.html": page(SAID + to(f"../{one}.html", text, told=told), title=one)
            for one in ("contact", "travaux")
        }

    there = {"contact.html": FIGS, "travaux.html": PLUMS}
    assert not check_site(RULE, {**pages("Français"), **there})
    check_site(RULE, {**pages("Français d’ici", told=True), **there})
