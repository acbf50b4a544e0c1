"""Links of a heading or a line of code to itself."""

from tables import each_row

from seo_audit.document import Document
from seo_audit.parsing.html.parser import parse
from seo_audit.source import Source

_PAGE = (
    "<!doctype html><title>Le four à pain</title><article><h1>Le four à pain</h1>"
    "<p>Le four à pain du hameau sert encore deux fois par an, sous les tilleuls.</p>{}"
    "<p>La voûte a été refaite par un maçon du bourg, qui a gardé les pierres d’origine.</p></article>"
)


def _read(part: str) -> Document:
    return parse(Source(_PAGE.format(part), "a.html"))


@each_row(
    "heading",
    [
        '<h2 id="voute">La voûte<a class="headerlink" href="#voute" title="Lien permanent">¶</a></h2>',
        '<h2 id="voute">La voûte <a href="#voute">#</a></h2>',
        '<h2 id="voute">La voûte <a href="#voute" aria-label="Lien direct vers la voûte">\u200b</a></h2>',
        '<h2 id="voute"><a href="#voute"></a>La voûte</h2>',
        '<h2><a id="voute" class="anchor" href="#voute"><svg viewBox="0 0 16 16"><path d="M4 9"/></svg></a>La voûte</h2>',
        '<h2 id="voute">La voûte <a href="#voute">🔗</a></h2>',
        '<h2 id="voute">La voûte <a href="/four/#voute">⚓</a></h2>',
        '<h2 id="voute">La voûte <a href="#voute">Permalien</a></h2>',
        '<h2 id="voute">La voûte <a href="#voute"><span class="sr-only">Lien vers « La voûte »</span></a></h2>',
        '<div><h2 id="voute">La voûte</h2><a href="#voute"><i></i><span>Section intitulée « La voûte »</span></a></div>',
        '<section id="voute"><h2>La voûte<a href="#voute">§</a></h2></section>',
        '<h2 id="voute">La voûte <a href="#haut">↑</a></h2>',
    ],
)
def test_a_heading_is_read_without_its_permalink(heading: str) -> None:
    document = _read(heading)
    assert [block.text.value for block in document.headings] == ["Le four à pain", "La voûte"]
    assert not document.links
    assert "voute" in document.ids


@each_row(
    ("link", "links"),
    [
        ('<a href="_modules/four.html#cuire"><span class="viewcode-link"><span class="pre">[source]</span></span></a>', 0),
        ('<a class="viewcode-back" href="four.html#cuire">[docs]</a>', 0),
        ('<a href="four.py"><span class="pre">[source]</span></a>', 1),
    ],
)  # fmt: skip
def test_links_of_sphinx_to_the_code(link: str, links: int) -> None:
    document = _read(f"<dl><dt>cuire(pain) {link}</dt><dd><p>Cuit un pain.</p></dd></dl>")
    assert len(document.links) == links
    assert ("[source]" in document.text) == bool(links)


@each_row(
    ("heading", "text"),
    [
        ('<h2 id="voute"><a href="#voute">La voûte</a></h2>', "La voûte"),
        ('<h2 id="voute">1. <a href="#voute">La voûte</a></h2>', "1. La voûte"),
        (
            '<h2 id="voute">La voûte, voir <a href="#sole">la sole</a></h2>',
            "La voûte, voir la sole",
        ),
        ('<h2 id="voute">La voûte <a href="/maçon">du maçon</a></h2>', "La voûte du maçon"),
    ],
)
def test_a_link_that_is_the_heading_s_text_stays(heading: str, text: str) -> None:
    document = _read(heading)
    assert document.headings[1].text.value == text
    assert len(document.links) == 1


@each_row(
    "code",
    [
        '<pre><code><a id="l-1" name="l-1" href="#l-1"></a>i = 0;\n</code></pre>',
        '<pre class="r"><code><span id="cb1-1"><a href="#cb1-1"></a>x = 1</span></code></pre>',
        '<pre><span class="ln" id="hl-0-1"><a href="#hl-0-1"> 1</a></span>x = 1</pre>',
        '<table><tr><td class="linenos"><a href="#c-1">1</a></td><td><pre>x = 1</pre></td></tr></table>',
    ],
)
def test_lines_of_code_are_no_links(code: str) -> None:
    assert not _read(code).links


@each_row(
    "part",
    [
        '<p>Voyez <a href="#voute"></a> plus bas.</p>',
        '<h2 id="voute">La voûte <a href="/plan"></a></h2>',
        '<h2 id="voute">La voûte <a href="#"></a></h2>',
        '<p id="voute">Voyez <a href="#voute"><img src="a.png"></a>.</p>',
    ],
)
def test_an_empty_link_of_another_kind_is_told(part: str) -> None:
    document = _read(part)
    assert [link.text.value for link in document.links] == [""]


def test_a_fragment_is_decoded_as_browsers_do() -> None:
    for name, fragment in (("itinéraire", "itin%c3%a9raire"), ("l%27été", "l%27été")):
        page = (
            f'<html><head><title>Le tour</title></head><body><article><h1>Le tour</h1><h3 id="{name}">'
            f'<a href="#{fragment}" class="header-anchor"></a>Itinéraire</h3><p>Nous partons de Dax.</p></article></body></html>'
        )
        assert not parse(Source(page)).links
    other = page.replace(f"#{fragment}", "#carte")
    assert len(parse(Source(other)).links) == 1


def test_the_colon_of_docutils_is_no_text_of_the_author_s() -> None:
    document = _read(
        '<dl class="field-list"><dt>Auteur<span class="colon">:</span></dt><dd><p>J. Roy</p></dd></dl>'
    )
    assert "Auteur" in [block.text.value for block in document.blocks]


def test_what_is_only_to_be_printed_is_left_out() -> None:
    document = _read('<div class="onlyprint"><h1>Le four à pain</h1><h2>Contenu</h2></div>')
    assert [block.text.value for block in document.headings] == ["Le four à pain"]


def test_a_heading_of_signs_has_a_permalink_too() -> None:
    own = '<h2 id="_4">{}<a class="headerlink" href="#_4" title="Lien permanent">¶</a></h2>'
    assert [b.text.value for b in _read(own.format("-----+")).headings][1:] == ["-----+"]
    # a heading that holds but the sign is what a reader sees of it
    assert [b.text.value for b in _read(own.format("")).headings][1:] == ["¶"]


@each_row("sign", ["↩", "↩︎", "&#8617;&#xFE0E;", "↑", " ^ "])
def test_the_way_back_of_a_note_is_no_text(sign: str) -> None:
    note = f'<ol><li id="fn1"><p>Archives de la commune.&nbsp;<a href="#fnref1">{sign}</a></p></li></ol>'
    document = _read(note)
    texts = [block.text.value.strip("\xa0") for block in document.blocks]
    assert "Archives de la commune." in texts
    assert not document.links
    # where a sign leads elsewhere, somebody wrote it
    assert len(_read(note.replace("#fnref1", "/archives")).links) == 1
