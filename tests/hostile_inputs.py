"""Articles made to hang, to fill the memory or to break a report: each a function of its size.

The tests run them small, and see that the time grows as the size does; `benchmarks/hostile.py` runs them at `full`.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

KEYPHRASE = "fontaine du village"
SENTENCE = "La fontaine du village coule de nouveau depuis lundi, car « l’eau » est revenue. "


@dataclass(frozen=True)
class Case:
    """A text of a size, in the format its suffix names; `full` is the size it must be borne at."""

    name: str
    suffix: str
    make: Callable[[int], str]
    full: int = 100_000


def _page(body: str, head: str = "") -> str:
    return (
        "<!doctype html><html lang=fr><head><title>La fontaine du village</title>"
        f"{head}</head><body><article><h1>La fontaine</h1>{body}</article></body></html>"
    )


def _repeated(part: str, suffix: str = ".html") -> Callable[[int], str]:
    """A paragraph, with something repeated in it; the size is in characters."""

    def make(size: int) -> str:
        text = SENTENCE + part * (size // len(part)) + " " + SENTENCE
        return _page(f"<p>{text}</p>") if suffix == ".html" else f"# La fontaine\n\n{text}\n"

    return make


def _raw(part: str, before: str = "", after: str = "") -> Callable[[int], str]:
    """Nothing but a part, so many times."""
    return lambda size: before + part * size + after


def _exploding_yaml(size: int) -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, size)]
    return "---\ntitle: Une fontaine\n" + "\n".join(lines) + f"\n---\n\n# Titre\n\n{SENTENCE}\n"


def _headings(size: int) -> str:
    return _page("".join(f"<h2>La fontaine numéro {n}</h2>" for n in range(size)))


def _links(size: int) -> str:
    links = (
        f'<p>Voir <a href="/page-{n}">la fontaine {n}</a> au village.</p>' for n in range(size)
    )
    return _page("".join(links))


def _empty_named_links(size: int) -> str:
    links = (f'<p>Voir <a id="lien{n}" href="#"></a> au village.</p>' for n in range(size))
    return _page(
        "".join(links) + "<script>document.getElementById('lien0').textContent = 'x';</script>"
    )


def _images(size: int) -> str:
    return _page(
        "".join(f'<p><img src="/IMG_{n}.jpg" alt="fontaine {n}.jpg"></p>' for n in range(size))
    )


def _findings(size: int) -> str:
    """Three faults a paragraph at least: a link to click here, an image without text, a straight quote."""
    part = '<p>Voir "ceci" : <a href="http://example.org/">cliquez ici</a> <img src="a.jpg">!</p>'
    return _page(part * (size // 3))


def _silenced(size: int) -> str:
    """Comments of ours and faults, as many of each."""
    part = "<!-- seo-audit-disable-next-line link-text -->\n<p>Voir <a href='/a'>cliquez ici</a>.</p>\n"
    return _page(part * size)


def _json_ld(size: int) -> str:
    return _page(
        f"<p>{SENTENCE}</p>",
        f'<script type="application/ld+json">{"[" * size}{"]" * size}</script>',
    )


def _json_ld_objects(size: int) -> str:
    inner = '{"@type":"Article","a":' * size + "1" + "}" * size
    return _page(f"<p>{SENTENCE}</p>", f'<script type="application/ld+json">{inner}</script>')


def _json_ld_scripts(size: int) -> str:
    script = json.dumps({"@context": "https://schema.org", "@type": "Article", "headline": "Eau"})
    return _page(
        f"<p>{SENTENCE}</p>", f'<script type="application/ld+json">{script}</script>' * size
    )


def _attributes(size: int) -> str:
    return _page(f"<p {' '.join(f'a{n}=1' for n in range(size))}>{SENTENCE}</p>")


def _metas(size: int) -> str:
    return _page(
        f"<p>{SENTENCE}</p>",
        "".join(f'<meta property="og:title" content="Titre {n}">' for n in range(size)),
    )


def _words(size: int) -> str:
    """As many words, no two alike."""
    letters = "bcdfglmnprstv"
    return " ".join(
        "".join(
            letters[number // 13**place % 13] + "aeiou"[(number + place) % 5] for place in range(5)
        )
        for number in range(size)
    )


def _title(size: int) -> str:
    words = _words(size)
    return (
        f"<html lang=fr><head><title>{words}</title><meta name=description content='{words}'>"
        f"<link rel=canonical href='/{words.replace(' ', '-')}'></head><body><h1>{words}</h1>"
        f"<p>{SENTENCE}</p><img src='/{words.replace(' ', '_')}.jpg' alt='{words}'>"
        f"<p><a href='/a'>{words}</a></p><h2>{words}</h2></body></html>"
    )


def _distinct(size: int) -> str:
    return _page(f"<p>{_words(size)}</p>")


def _long_keyphrase(size: int) -> str:
    words = _words(size)
    seo = f"seo:\n  keyphrase: {words}\n  secondary: [{', '.join(words.split())}]\n"
    return f"---\ntitle: La fontaine\n{seo}---\n\n# La fontaine\n\n{SENTENCE}{words}\n"


def _sentences(size: int) -> str:
    return _page(f"<p>{SENTENCE * (size // len(SENTENCE))}</p>")


def _paragraphs(size: int) -> str:
    return _page(f"<p>{SENTENCE}</p>\n" * size)


def _word_paragraphs(size: int) -> str:
    return _page("<p>eau</p>" * size)


def _open_tags(size: int) -> str:
    return "<p><table><b>" * size + SENTENCE


def _mixed_nesting(size: int) -> str:
    return _page("<ul><li>eau <blockquote><p>source " * size)


def _tables(size: int) -> str:
    return _page(f"<table>{'<tr><td>eau</td><td>source</td></tr>' * size}</table>")


def _references(size: int) -> str:
    """Markdown links by reference, all defined."""
    uses = "".join(f"[eau {n}][r{n}] " for n in range(size))
    return f"# Titre\n\n{uses}\n\n" + "".join(f"[r{n}]: /page-{n}\n" for n in range(size))


def _markdown_table(size: int) -> str:
    return "| eau | source |\n|---|---|\n" + "| a | b |\n" * size


def _toml_keys(size: int) -> str:
    return (
        "+++\n" + "".join(f"cle{n} = 1\n" for n in range(size)) + f"+++\n\n# Titre\n\n{SENTENCE}\n"
    )


def _yaml_flow(size: int) -> str:
    return f"---\ntitle: {'[' * size}\n---\n\n# Titre\n\n{SENTENCE}\n"


_NAMED = (
    Case("div-nested", ".html", lambda n: "<div>" * n + SENTENCE + "</div>" * n),
    Case("div-unclosed", ".html", _raw("<div>", after=SENTENCE)),
    Case("p-table-b", ".html", _open_tags, 2_000),
    Case("comment-openings", ".html", _raw("<!--", f"<p>{SENTENCE}"), 50_000),
    Case("href-openings", ".html", _raw('<a href="', f"<p>{SENTENCE}"), 50_000),
    Case("href-unclosed", ".html", _raw("<a href=x>", f"<p>{SENTENCE}"), 50_000),
    Case("less-than", ".html", _raw("<", f"<p>{SENTENCE}")),
    Case("end-tags", ".html", _raw("</b>", f"<p>{SENTENCE}")),
    Case("inline-nested", ".html", _raw("<b><i>", f"<p>{SENTENCE}"), 50_000),
    Case("lists-nested", ".html", _mixed_nesting, 2_000),
    Case("entities", ".html", _raw("&amp;", f"<p>{SENTENCE}")),
    Case("entity-openings", ".html", _raw("&", f"<p>{SENTENCE}")),
    Case("entity-digits", ".html", lambda n: f"<p>{SENTENCE}&#{'9' * n};"),
    Case("carriage-returns", ".html", _raw("\r\n", f"<p>{SENTENCE}")),
    Case("nul-characters", ".html", lambda n: f"<p>{SENTENCE * 200}" + "\0a" * n),
    Case("doctype-openings", ".html", _raw("<!", f"<p>{SENTENCE}")),
    Case("attributes", ".html", _attributes, 50_000),
    Case("table", ".html", _tables, 50_000),
    Case("scripts-unclosed", ".html", _raw("<script><!--<script>", f"<p>{SENTENCE}"), 50_000),
    Case("title-openings", ".html", _raw("<title>", f"<p>{SENTENCE}"), 50_000),
    Case("svg-openings", ".html", _raw("<svg><title>", f"<p>{SENTENCE}"), 50_000),
    Case("paragraph-of-5-mb", ".html", _sentences, 5_000_000),
    Case("paragraphs", ".html", _paragraphs, 10_000),
    Case("paragraphs-of-a-word", ".html", _word_paragraphs, 200_000),
    Case("headings", ".html", _headings, 200_000),
    Case("words-distinct", ".html", _distinct, 50_000),
    Case("words-everywhere", ".html", _title, 20_000),
    Case("keyphrase-of-words", ".md", _long_keyphrase, 4_000),
    Case("links", ".html", _links, 10_000),
    Case("links-empty-and-named", ".html", _empty_named_links, 10_000),
    Case("images", ".html", _images, 10_000),
    Case("findings", ".html", _findings),
    Case("silencing-comments", ".html", _silenced, 10_000),
    Case("json-ld-lists", ".html", _json_ld),
    Case("json-ld-objects", ".html", _json_ld_objects),
    Case("json-ld-scripts", ".html", _json_ld_scripts, 10_000),
    Case("metas", ".html", _metas, 50_000),
    Case("line-of-10-mb", ".html", lambda n: f"<p>{'a' * n}"[:n], 10_000_000),
    Case("line-of-10-mb", ".md", _raw("a"), 10_000_000),
    Case("line-of-10-mb", ".txt", _raw("a"), 10_000_000),
    Case("over-the-limit", ".txt", _raw("a"), 10_000_001),
    Case("yaml-anchors", ".md", _exploding_yaml, 60),
    Case("yaml-brackets", ".md", _yaml_flow, 90_000),
    Case("toml-keys", ".md", _toml_keys, 7_000),
    Case("json-braces", ".md", _raw('{"a":', after=f"1\n\n# Titre\n\n{SENTENCE}"), 100_000),
    Case("brackets", ".md", _raw("[")),
    Case("emphasis", ".md", _raw("*a")),
    Case("emphasis-mixed", ".md", _raw("*a_")),
    Case("emphasis-pairs", ".md", _raw("**a *b"), 50_000),
    Case("emphasis-unclosed", ".md", _raw("a**b"), 50_000),
    Case("quotes-nested", ".md", _raw("> ", after=SENTENCE)),
    Case("quotes-by-line", ".md", lambda n: "".join(">" * d + " a\n" for d in range(n)), 1_000),
    Case("lists-nested", ".md", lambda n: "".join("  " * d + "- a\n" for d in range(n)), 1_500),
    Case("list-markers", ".md", _raw("- ")),
    Case("links-openings", ".md", _raw("[a](")),
    Case("links-nested", ".md", lambda n: "[" * n + "a" + "](b)" * n, 50_000),
    Case("images-nested", ".md", lambda n: "![" * n + "a" + "](b)" * n, 50_000),
    Case("references", ".md", _references, 10_000),
    Case("reference-labels", ".md", _raw("[a]: b\n"), 50_000),
    Case("footnotes", ".md", _raw("[^1]"), 50_000),
    Case("inline-notes", ".md", lambda n: "^[" * n + "a" + "]" * n, 50_000),
    Case("backticks", ".md", lambda n: "".join("`" * d + " " for d in range(1, n)), 600),
    Case("backtick-run", ".md", _raw("`")),
    Case("fences", ".md", _raw("```\n"), 50_000),
    Case("tildes", ".md", _raw("~~a"), 50_000),
    Case("autolinks", ".md", _raw("<a")),
    Case("html-comments", ".md", _raw("<!-- ", after=SENTENCE), 50_000),
    Case("html-openings", ".md", _raw("<div\n"), 50_000),
    Case("shortcodes", ".md", _raw("{{< "), 50_000),
    Case("liquid", ".md", _raw("{% "), 50_000),
    Case("jsx", ".mdx", _raw("{ "), 50_000),
    Case("jsx-tags", ".mdx", _raw("<A b={"), 50_000),
    Case("imports", ".mdx", _raw("import a from {\n"), 20_000),
    Case("escapes", ".md", _raw("\\*")),
    Case("entities", ".md", _raw("&amp;")),
    Case("table", ".md", _markdown_table, 20_000),
    Case("large-table", ".md", _markdown_table, 200_000),
    Case("table-columns", ".md", lambda n: "|" * n + "\n" + "|-" * n + "|\n" + "|a" * n, 20_000),
    Case("definitions", ".md", _raw("a\n: b\n"), 30_000),
    Case("setext", ".md", _raw("a\n-\n"), 50_000),
    Case("headings", ".md", _raw("## La fontaine\n\n"), 200_000),
    Case("admonitions", ".md", _raw(":::note\n"), 30_000),
    Case(
        "admonitions-nested",
        ".md",
        lambda n: "".join("    " * d + "!!! note\n" for d in range(n)),
        500,
    ),
    Case("lines", ".txt", _raw("a\n"), 200_000),
    Case("blank-lines", ".txt", lambda n: SENTENCE + "\n" * n + SENTENCE, 1_000_000),
    Case("list-lines", ".txt", _raw("- eau\n"), 100_000),
    Case("underlined", ".txt", _raw("Eau\n===\n\n"), 50_000),
)
"""Those everybody thinks of."""

_PARTS = {
    "guillemets": "«",
    "guillemets-closing": "»",
    "guillemets-spaced": "« ",
    "guillemets-pairs": "« a » ",
    "guillemets-open-words": "« a ",
    "quotes": '"',
    "quotes-words": '"a ',
    "quotes-english": "“",
    "apostrophes": "'",
    "apostrophes-words": "l'",
    "apostrophes-typographic": "l’",
    "full-stops": ".",
    "full-stops-words": "a. ",
    "full-stops-capitals": "A.",
    "full-stops-spaced": ". ",
    "ellipses": "…",
    "commas": ", ",
    "question-marks": "?",
    "colons": " :",
    "semicolons": "a;",
    "exclamation-marks": " !",
    "hyphens": "-",
    "hyphens-words": "a-",
    "dashes": "–",
    "dashes-spaced": "– ",
    "spaces": " ",
    "no-break-spaces": "\u00a0",
    "narrow-spaces": "\u202f",
    "tabs": "\t",
    "capitals": "A",
    "capitals-words": "A ",
    "capitals-names": "Abc ",
    "digits": "1",
    "digits-spaced": "1 ",
    "digits-grouped": "123 ",
    "digits-commas": "1,",
    "digits-units": "1 kg ",
    "digits-dates": "12/12/",
    "digits-hours": "12h",
    "per-cent": "%",
    "per-cent-digits": "1% ",
    "ordinals": "1er ",
    "ordinals-wrong": "2ème",
    "roman": "XXI",
    "roman-spaced": "XXe ",
    "parentheses": "(",
    "parentheses-words": "(a ",
    "square-brackets": "[",
    "square-words": "[a] ",
    "braces": "{",
    "less-than": "&lt;",
    "asterisks": "*",
    "underscores": "_",
    "slashes": "/",
    "backslashes": "\\",
    "middle-dots": "·",
    "middle-dots-words": "a·e·s ",
    "inclusive-parentheses": "é(e)s",
    "bullets": "• ",
    "pipes": "|",
    "at-signs": "@",
    "at-words": "a@",
    "addresses": "http://",
    "addresses-whole": "https://a.fr/b ",
    "domains": "a.fr.",
    "hashes": "#",
    "dollars": "$",
    "ampersands": "&amp;",
    "word-long": "a",
    "words-one-letter": "a ",
    "words-same": "eau ",
    "words-two": "de l’eau ",
    "verbs": "est ",
    "passives": "est été ",
    "participles": "coulé ",
    "passive-chain": "est ne pas jamais ",
    "negations": "ne ",
    "connectors": "donc ",
    "connectors-long": "c’est à dire ",
    "abbreviations": "M. ",
    "abbreviations-etc": "etc. ",
    "keyphrase": KEYPHRASE + " ",
    "keyphrase-first": "fontaine ",
    "keyphrase-joined": "fontaine du ",
    "keyphrase-hyphens": "fontaine-du-",
    "oe": "oeuvre ",
    "accents-decomposed": "e\u0301",
    "combining": "\u0301",
    "emoji": "\U0001f468\u200d",
    "zero-width": "\u200b",
    "soft-hyphens": "a\u00ad",
    "right-to-left": "\u202e",
    "line-separators": "\u2028",
    "placeholder": "lorem ipsum ",
    "placeholder-capitals": "TODO ",
    "residue": "Lire aussi : ",
    "sharp-s": "ß",
    "dotted-capital-i": "İ",
    "ideographs": "水",
}


def _in_a_paragraph() -> Iterator[Case]:
    """100,000 characters of what regular expressions stumble over, in one paragraph."""
    for name, part in _PARTS.items():
        yield Case(f"in-paragraph-{name}", ".html", _repeated(part))
    for name, part in _PARTS.items():
        yield Case(f"in-paragraph-{name}", ".md", _repeated(part, ".md"))


CASES: tuple[Case, ...] = (*_NAMED, *_in_a_paragraph())
