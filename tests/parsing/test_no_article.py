"""What is no article, by its first characters; and what only looks like it."""

import pytest
from growth import grows_linearly
from hypothesis import given
from hypothesis import strategies as st
from tables import each_row

from seo_audit.parsing import SUFFIXES
from seo_audit.parsing.no_article import ENOUGH, Kind, is_generated, kind_of

WORDS = " ".join(["Les habitants du hameau cuisent leurs tourtes au four à pain."] * 15)
MOVED = '<meta http-equiv="refresh" content="0; url=/fontaine/">'
HEADER = "---\ntitle: La fontaine\n{}\n---\n\nElle coule de nouveau.\n"

NONE = {
    "a feed": (".html", '<?xml version="1.0"?>\n<rss version="2.0"><channel></channel></rss>'),
    "Atom": (".html", '<feed xmlns="http://www.w3.org/2005/Atom"><title>Blog</title></feed>'),
    "JSON": (".html", '{"name": "Ma commune", "routes": {}}'),
    "a list in JSON": (".htm", '[{"id": 1}]'),
    "any XML": (".html", '<?xml version="1.0"?>\n<users><user>0123ABCD</user></users>'),
    "a verification": (".html", "<html><head></head><body>Verification: 0123abcd</body></html>"),
    "a page of Kirby’s": (".txt", "Title: Le four\n\n----\n\nLayout: [{}]\n\n----\n\nUuid: oW42\n"),
    "a table": (".txt", "id;nom;ville\n1;Roy;Brest\n2;Le-Gall;Quimper\n"),
    "a log": (".txt", "2026-05-04 10:00:00 INFO started\n2026-05-04T10:00:01Z ERROR failed\n2026-05-04 10:00:02 INFO over\n"),
    "Eleventy’s draft": (".md", '---json\n{\n  "title": "La fontaine",\n  "draft": true\n}\n---\n\nElle coule.\n'),
    "a note kept to oneself": (".md", HEADER.format("dg-publish: false")),
    "a sitemap": (".html", "<?xml version='1.0'?><!-- plan --><urlset></urlset>"),
    "a redirection": (".html", f"<html><head>{MOVED}<title>Page déplacée</title></head></html>"),
    "by script": (".html", "<script>window.location.href = '/fontaine/';</script>"),
    "by replace": (".html", "<title>…</title><script>location.replace('/a')</script>"),
    "Liquid": (".html", "<p>{% if page.date %}{{ page.date }}{% endif %}</p>"),
    "Go": (".html", '{{ define "main" }}<main>{{ .Content }}</main>{{ end }}'),
    "Jinja": (".html", '{% extends "base.html" %}{% block content %}' + WORDS + "{% endblock %}"),
    "a skeleton": (".html", f"<html><head><title>{{{{ page.title }}}}</title></head><body>{WORDS}</body></html>"),
    "a script’s template": (".html", "<script id='tmpl-tel' type='text/template'><input type='tel'></script>"),
    "PHP": (".html", "<?php get_header(); ?><p>Rien</p>"),
    "a page’s list": (".html", "---\nlayout: default\n---\n<ul>{% for post in site.posts %}<li></li>{% endfor %}</ul>"),
    "Hugo’s archetype": (".md", '---\ntitle: "{{ replace .Name "-" " " | title }}"\ndraft: true\n---\n'),
    "Obsidian’s template": (".md", "# {{title}}\n"),
    "pandoc’s": (".html", f"<html$if(lang)$ lang='$lang$'$endif$><title>$title$</title><body>{WORDS}$body$</body></html>"),
    "Apache": (".txt", "# écrit par Jeanne, pour le lac\n<VirtualHost *:80>\n  RewriteEngine On\n  SSLEngine on\n</VirtualHost>\n"),
    "nginx": (".txt", "# écrit par Jeanne, pour le lac\nserver {\n  listen 80;\n  return 301 https://$host$request_uri;\n}\n"),
    "nginx with words": (".txt", "server {\n  listen 80;\n  # le lac\n  gzip on;\n  lac:10m;  # dix mille pages\n  a b;\n  c d;\n  e f;\n}\n"),
    "robots": (".txt", "User-agent: *\nDisallow: /admin/\n"),
    "pip": (".txt", "pelican==4.5\nmarkdown>=3.2\ninvoke\n"),
    "addresses": (".txt", "https://example.org/\nhttps://example.org/a\nhttps://example.org/b\n"),
    "a licence": (".txt", "MIT License\n\nCopyright (c) 2026\n"),
    "Jekyll’s draft": (".md", HEADER.format("published: false")),
    "Hugo’s draft": (".md", "+++\ntitle = 'La fontaine'\ndraft = true\n+++\nElle coule.\n"),
    "JSON’s draft": (".md", '{\n  "title": "La fontaine",\n  "draft": true\n}\n\nElle coule.\n'),
    "Pelican’s draft": (".md", "Title: La fontaine\nStatus: draft\n\nElle coule.\n"),
    "Pelican’s draft behind a fence": (".md", "Title: La fontaine\nStatus: draft\n---\nElle coule.\n"),
    "a program that is taken in": (".Rmd".lower(), "```{r lac, echo = FALSE}\nx <- 1\n```\n\n```{r}\ny\n```"),
    "robots.txt, made of a page": (".md", "---\nlayout: robots\noutput: txt\n---\nUser-agent: Lac\nDisallow: /\n"),
    "a record with titles in a list": (".md", "---\ntype:\n  - icon: a.png\n    title: Lac\n---\n"),
    "no page": (".md", HEADER.format("permalink: false")),
    "headless": (".md", HEADER.format("headless: true")),
    "not rendered": (".md", HEADER.format("build:\n  list: local\n  render: never")),
    "a record": (".md", "---\nlogo: a.png\nlink: https://example.org\n---\n"),
    "a person": (".md", "---\nfullname: Jeanne Roy\n---\n\nJeanne écrit.\n"),
    "not rendered, on one line": (".md", HEADER.format("build: {list: local, render: never}")),
    "not rendered, dotted": (".md", "+++\ntitle = 'La fontaine'\nbuild.render = 'never'\n+++\nElle coule.\n"),
    "a table of words": (".txt", "nom;ville;habitants\nLa Fontaine;Le Bourg;412\nLe Four;Le Haut Mas;220\n"),
    "a table with tabs": (".txt", "nom\tville\nLa Fontaine\tLe Bourg\nLe Four\tLe Haut Mas\n"),
    "Vue": (".html", '<ul><li v-for="a in fours" :key="a.id"><h2>{{ a.nom }}</h2></li></ul>'),
    "Angular": (".html", '<div *ngFor="let a of fours"><h2>{{ a.nom }}</h2></div>'),
    "Blade": (".html", "@extends('layouts.app')\n@section('contenu')\n<h1>{{ $nom }}</h1>\n@endsection"),
    "Svelte’s": (".html", "<html><head>%sveltekit.head%</head><body><div>%sveltekit.body%</div></body></html>"),
    "a feed with front matter": (".md", "---\nlayout: null\n---\n<?xml version='1.0'?>\n<rss><channel></channel></rss>\n"),
    "CeCILL": (".txt", "CONTRAT DE LICENCE DE LOGICIEL LIBRE CeCILL\n\nVersion 2.1\n"),
    "moved": (".md", HEADER.format("redirect_to: /fontaine-du-bourg/")),
    "moved, its text kept": (".md", HEADER.format("redirect_to:\n  - https://exemple.fr/fontaine/") + "Elle coule de nouveau. " * 20),
}  # fmt: skip

ARTICLES = {
    "one that says in a key of its own what else there is": (".md", HEADER.format("redirect: /fontaine/") + "Elle coule de nouveau. " * 20),
    "Hugo’s page with a header in JSON": (".html", '{\n  "title": "La fontaine"\n}\n<p>Elle coule.</p>\n'),
    "XHTML": (".html", '<?xml version="1.0"?>\n<html><body><p>Elle coule.</p></body></html>'),
    "an article": (".md", HEADER.format("draft: false")),
    "a label and a line": (".txt", "Objet: le four\n\nIl chauffe.\n\n----\n\nLe pain est cuit.\n"),
    "published": (".md", HEADER.format("published: true")),
    "a date": (".md", HEADER.format("published: 2026-05-04")),
    "an address": (".md", HEADER.format("permalink: /fontaine/")),
    "a page its layout writes": (".md", "---\nlayout: archives\n---\n"),
    "a page with a title alone": (".md", "---\ntitle: Les fontaines\n---\n"),
    "an interview": (".md", "---\nfirstName: Jeanne\n---\n\n" + WORDS),
    "a nested draft": (".md", HEADER.format("params:\n  draft: true")),
    "a draft in the text": (".md", HEADER.format("layout: post") + "\ndraft: true\n"),
    "a list of posts with a text": (".md", HEADER.format("layout: page") + WORDS + "{% for post in site.posts %}\n{% endfor %}\n"),
    "an address of old": (".md", HEADER.format("redirect_from: /vieille-fontaine/")),
    "one that moved and is read": (".html", f"<head>{MOVED}</head><p>{WORDS * 3}</p>"),
    "scripts’ readers moved": (".html", f"<head><noscript>{MOVED}</noscript></head><p>Bonjour.</p>"),
    "a slow refresh": (".html", '<meta http-equiv="refresh" content="300"><p>Bonjour.</p>'),
    "a tag left over": (".html", f"<html><head><title>Le four</title></head><p>Bonjour {{{{ prénom }}}}. {WORDS}</p></html>"),
    "a lesson on Liquid": (".html", f"<p>{WORDS}</p><pre>{{% if a %}}{{% endif %}}</pre>"),
    "a short lesson": (".html", "<p>On écrit :</p><pre><code>{% if a %}{% endif %}</code></pre>"),
    "a script first": (".html", "<script type='text/javascript'>var a = 1;</script><p>Bonjour.</p>"),
    "a script with braces": (".html", "<p>Bonjour.</p><script>if (a) { b = `{{ c }}` }</script>"),
    "prices in dollars": (".html", f"<title>Le lac</title><p>{WORDS} (5 $) et 3 $.</p>"),
    "a list with semicolons": (".txt", "Le lac est gelé ;\nles enfants patinent ;\nle four est froid ;\n"),
    "names with capitals": (".txt", "LibreOffice est libre.\nOpenOffice l’est aussi.\nOnlyOffice l’est à demi.\n"),
    "a text with code": (".txt", "On écrit la boucle ainsi, puis on la lance.\nfor {\na = 1;\n}\nElle tourne sans fin.\n"),
    "a note": (".txt", "La fontaine\n\nElle coule de nouveau sur la place.\n"),
    "one word": (".txt", "Fontaine\n"),
    "verse": (".txt", "Le four; le pain; le vin.\nLe feu; la cendre; la nuit.\nLa pierre; la pluie; l’oubli.\n"),
    "paragraphs set in by tabs": (".txt", "\tLa fontaine coule\n\tLes enfants jouent\n\tLe four est froid\n"),
    "an address with a sign": (".html", f"<p>Écrivez à jeanne@section.fr. {WORDS}</p>"),
    "XML shown": (".md", "---\ntitle: XML\n---\n\nUn fichier commence par `<?xml version='1.0'?>`.\n"),
    "a page that is built": (".md", HEADER.format("build: {render: always}")),
    "a dialogue": (".txt", "Bonjour.\nBonsoir, madame.\nAu revoir.\n"),
    "a heading": (".md", "# La fontaine\n\nElle coule {{ site.title }}.\n"),
    "a text in brackets": (".txt", "[Note] La fontaine coule de nouveau.\n"),
    "nothing": (".md", ""),
}  # fmt: skip


@each_row("name", NONE)
def test_no_article(name: str) -> None:
    assert kind_of(*NONE[name]) is not None


@each_row("name", ARTICLES)
def test_an_article(name: str) -> None:
    assert kind_of(*ARTICLES[name]) is None


def test_kinds() -> None:
    assert kind_of(*NONE["a feed"]) is Kind.FEED
    assert kind_of(*NONE["JSON"]) is Kind.DATA
    assert kind_of(*NONE["a redirection"]) is kind_of(*NONE["moved"]) is Kind.REDIRECTION
    assert kind_of(*NONE["Liquid"]) is kind_of(*NONE["Hugo’s archetype"]) is Kind.TEMPLATE
    assert kind_of(*NONE["Jekyll’s draft"]) is Kind.DRAFT
    assert kind_of(*NONE["no page"]) is Kind.NO_PAGE
    assert kind_of(*NONE["a licence"]) is Kind.PROJECT


@given(st.sampled_from(list(SUFFIXES)), st.text(max_size=300))
def test_any_text(suffix: str, text: str) -> None:
    kind_of(suffix, text)


@pytest.mark.parametrize("suffix", [".html", ".md", ".txt"])
@pytest.mark.parametrize(
    "unit",
    ["<meta ", "<html ", "<title>", "<script>", "<pre>", "{{", "{% if ", "<?php ", "<!--", "a;", "a: b\n", "---\n",
     "[{", '{"a": ', "<noscript>", "location.", "<% ", "a==1 ", "draft: "],
)  # fmt: skip
def test_time_grows_as_the_text(suffix: str, unit: str) -> None:
    assert grows_linearly(
        lambda size: kind_of(suffix, (unit * size)[:ENOUGH]), ENOUGH // len(unit) // 2
    )


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        ('<?xml version="1.0"?><rss version="2.0"><channel>', Kind.FEED),
        ('{"name": "Le club", "routes": {}}', Kind.DATA),
        ("<!DOCTYPE html><html><body><p>La fontaine coule de nouveau.</p>", None),
    ],
)
@pytest.mark.parametrize("before", ["", "\ufeff", "\n\ufeff", " \r\n\ufeff\n"])
def test_a_byte_order_mark_behind_blank_lines(before: str, start: str, kind: Kind | None) -> None:
    # a theme saved with one, or a file that begins with an empty line, and every feed of the site has them
    assert kind_of(".html", before + start) is kind


@each_row(
    ("text", "kind"),
    [
        ("*[HTML]: langage des pages\n*[CSS]: feuilles de style\n", Kind.NO_PAGE),
        ("*[HTML]: langage des pages\n\n[guide]: https://exemple.fr/guide\n", Kind.NO_PAGE),
        ("*[HTML]: langage des pages\n\nLa fontaine coule.\n", None),
        ("[^1]: La fontaine coule depuis lundi.\n", None),
        ("---\ntitle: Abréviations\n---\n\n*[HTML]: langage des pages\n", None),
        ("", None),
    ],
)
def test_definitions_that_other_files_take_in(text: str, kind: Kind | None) -> None:
    assert kind_of(".md", text) is kind
    assert grows_linearly(lambda size: kind_of(".md", "*[a]: b\n" * size + "c"), 800)


@each_row(
    ("title", "found"),
    [
        ("404 Introuvable | Le lac", Kind.ERROR_PAGE),
        ("Page non trouvée - Le lac", Kind.ERROR_PAGE),
        ("Page introuvable", Kind.ERROR_PAGE),
        ("Page introuvable : que faire ?", None),
        ("La 404, une Peugeot | Le lac", None),
        ("__TITLE__", Kind.TEMPLATE),
        ("@@TITRE_DE_PAGE@@", Kind.TEMPLATE),
        ("La méthode __init__", None),
        ("__init__", None),
        ("Erreur 404 : les causes", None),
    ],
)
def test_a_title_tells_a_page_that_is_none(title: str, found: Kind | None) -> None:
    page = (
        f"<!doctype html><html><head><title>{title}</title></head><body><p>Mot.</p></body></html>"
    )
    assert kind_of(".html", page) is found


@each_row(
    ("said", "is_slides"),
    [
        ("marp: true", True),
        ("format: revealjs", True),
        ("format:\n  revealjs:\n    theme: moon", True),
        ("output: xaringan::moon_reader", True),
        ("output:\n  ioslides_presentation: default", True),
        ("output: beamer_presentation", True),
        ("format:\n  html: default\n  revealjs: default", False),
        ("output: html_document", False),
        ("marp: false", False),
        ("description: un diaporama revealjs", False),
    ],
)
def test_slides(said: str, is_slides: bool) -> None:
    found = kind_of(".qmd", f"---\ntitle: Le lac\n{said}\n---\n\n## Le lac\n\nIl est gelé.\n")
    assert found is (Kind.SLIDES if is_slides else None)


@each_row(
    ("head", "body", "found"),
    [
        ('<link rel="stylesheet" href="site_libs/revealjs/dist/reveal.css">', "", Kind.SLIDES),
        ('<link rel="stylesheet" href="https://cdn.exemple.fr/reveal.js@4/dist/reveal.min.css">', "", Kind.SLIDES),
        ("<link href=slidy.css rel=stylesheet>", "", Kind.SLIDES),
        ("", '<div class="reveal"><div class="slides"><section>Le lac</section></div></div>', Kind.SLIDES),
        ('<meta name="generator" content="AsciiDoc 8.6.8 / slidy2 backend 1.0.3">', "", Kind.SLIDES),
        ("<style>.deck-container { height: 100% }</style>", "", Kind.SLIDES),
        ('<link rel="stylesheet" href="deck.js/core/deck.core.css">', "", Kind.SLIDES),
        ('<link rel="stylesheet" href="libs/remark-css/default.css">', "", Kind.SLIDES),
        ('<script src="https://remarkjs.com/downloads/remark-latest.min.js"></script>', "", Kind.SLIDES),
        ('<meta name="slidev:version" content="0.48.0">', "", Kind.SLIDES),
        ('<link rel="stylesheet" href="ui/default/slides.css" media="projection" id="slideProj">', "", Kind.SLIDES),
        ("", '<div id="impress"><div class="step">Le lac</div></div>', Kind.SLIDES),
        ('<meta name="generator" content="AsciiDoc 8.6.8">', "", None),
        ('<meta name="description" content="Un remarquable lac, des slides">', "", None),
        ('<link rel="stylesheet" href="css/reveal.css">', "", None),
        ('<script src="js/scrollreveal.js"></script>', '<div class="reveal"><p>Le lac</p></div>', None),
        ('<script src="https://unpkg.com/decap-cms@^3.0.0/dist/decap-cms.js"></script>', "", Kind.PROJECT),
        ('<script src="https://identity.netlify.com/v1/netlify-identity-widget.js"></script>', "", None),
    ],
)  # fmt: skip
def test_what_a_page_uses_tells(head: str, body: str, found: Kind | None) -> None:
    page = f"<!doctype html><html><head><title>Le lac</title>{head}</head><body>{body}<p>Il est gelé.</p></body></html>"
    assert kind_of(".html", page) is found


@each_row(
    ("script", "found"),
    [
        ('location.href = "/lac/"', Kind.REDIRECTION),
        ('window.addEventListener("load", () => { location.href = "/lac/" })', Kind.REDIRECTION),
        ('netlifyIdentity.on("login", () => { document.location.href = "/lac/" })', None),
        ('b.addEventListener("click", function () { location.assign("/lac/") })', None),
    ],
)
def test_what_waits_for_a_reader_moves_nobody(script: str, found: Kind | None) -> None:
    page = f"<!doctype html><html><head><title>Lac</title><script>{script}</script></head><body><p>Lac.</p></body></html>"
    assert kind_of(".html", page) is found


def test_what_knitr_leaves_for_pandoc_is_no_page() -> None:
    text = "# Le lac\n\n\\BeginKnitrBlock{note}<div>Il est gelé.</div>\\EndKnitrBlock{note}\n"
    assert kind_of(".md", text) is Kind.NO_PAGE
    assert kind_of(".md", text.replace("\\", "")) is None


def test_what_a_program_has_written_is_no_article() -> None:
    log = "<pre><font color=red>[request 12]</font> fetched 33 items</pre>\n"
    assert kind_of(".html", log) is Kind.DATA
    assert kind_of(".html", log + "<p>Le lac est gelé.</p>") is None


_SPHINX = '<script src="../_static/documentation_options.js?v=1"></script>'
_MDBOOK = "<!-- Book generated using mdBook -->"


@each_row(
    ("path", "head", "found"),
    [
        ("doc/search.html", _SPHINX, True),
        ("search/index.html", _SPHINX, True),
        ("genindex.html", _SPHINX, True),
        ("py-modindex/index.html", _SPHINX, True),
        ("_modules/lac/gel.html", _SPHINX, True),
        ("livre/print.html", _MDBOOK, True),
        ("print_page/index.html", '<link href="../css/print-site.css" rel="stylesheet">', True),
        ("introduction.html", _SPHINX, False),
        ("modules/lac.html", _SPHINX, False),
        ("search.html", "", False),
        ("print.html", _SPHINX.replace("_static", "js"), False),
        ("imprimer.html", _MDBOOK, False),
    ],
)
def test_pages_that_a_generator_adds(path: str, head: str, found: bool) -> None:
    assert is_generated(path, f"<!doctype html><html><head>{head}</head>") is found
