import pytest
from conftest import CheckRule
from tables import each_row

import seo_audit

TEXT = "La fontaine du village coule de nouveau depuis lundi."


@each_row(
    "mark",
    [
        "**gras**",
        "[le maire](https://exemple.fr)",
        "[le maire](/maire)",
        "![Le lac](../lac.jpg)",
        "&lt;strong&gt;",
        "&lt;br /&gt;",
        "&lt;a href='/lac'&gt;",
        "[encadre titre=&#8221;Le lac&#8221;]",
        "[gallery ids=«&nbsp;12,13&nbsp;»]",
        "[contact-form-7 id='12']",
        "[et_pb_text]",
        "[youtube id=abc width=640]",
        "[ma_carte lieu=lac /]",
        "{% if lac %}",
        "{{< figure lac >}}",
    ],
)
def test_what_readers_see_of_the_source(check_rule: CheckRule, mark: str) -> None:
    check_rule("raw-markup", f"<p>{TEXT} ⟦{mark}⟧ Il pleut.</p>")


@each_row("mark", ["[toc]", "[TOC]", "[[_TOC_]]"])
def test_a_table_of_contents_that_nobody_made(check_rule: CheckRule, mark: str) -> None:
    check_rule("raw-markup", f"<p>⟦{mark}⟧</p><p>{TEXT} Un {mark} se lit.</p>")
    check_rule("raw-markup", f"{mark}\n\n{TEXT}\n", "markdown")


def test_what_search_results_show(check_rule: CheckRule) -> None:
    page = f'<title>⟦[vc_row]⟧ Le lac</title><meta name="description" content="⟦[su_x][note]⟧Un lac[/note] gelé"><p>{TEXT}</p>'
    found = check_rule("raw-markup", page)
    assert [one.values["count"] for one in found] == [1, 3]
    right = '<title>[MàJ] Le lac [photos]</title><meta name="description" content="Le lac […]">'
    check_rule("raw-markup", right + f"<p>{TEXT}</p>")
    check_rule("raw-markup", f"---\ntitle: Le ⟦[su_x]⟧lac\n---\n\n{TEXT}\n", "markdown")
    check_rule("raw-markup", f"# ⟦[su_x]⟧ Le lac\n\n{TEXT}\n", "markdown")


def test_a_heading_of_markdown(check_rule: CheckRule) -> None:
    check_rule("raw-markup", f"<p>⟦## L⟧a fontaine</p><p>{TEXT}</p>")


@pytest.mark.parametrize(
    "text",
    [
        "Le prix** est fixe, le tarif** aussi.",
        "Deux mots [sic], une note [1], un nom [Paul] et [la suite].",
        "La rue [voir (le plan)] et f(x)[y](z).",
        "Le lac a < 3 km et > 2 km, 2**3 et 4**5.",
        "Le n° #12 et ## rien.",
        "Le chemin [/etc] et [/home].",
        "En [n=3] et [avec x = 2] ou [lac n=3].",
    ],
)
@pytest.mark.parametrize("format", ["html", "markdown", "text"])
def test_signs_of_a_text(check_rule: CheckRule, text: str, format: str) -> None:  # noqa: A002
    marked = text.replace("<", "&lt;").replace(">", "&gt;") if format == "html" else text
    check_rule(
        "raw-markup", f"<p>{marked}</p>" if format == "html" else f"{TEXT}\n\n{marked}\n", format
    )


@each_row(
    "text",
    [
        "En Markdown, **gras** met en gras.",
        "La balise &lt;strong&gt; met en gras.",
        "Le code court [gallery ids='12'] montre des images.",
        "En Jinja, {% if %} commence une condition.",
        "<code>**gras**</code> et <code>[gallery ids='1']</code>.",
    ],
)
def test_examples_where_markup_is_the_subject(check_rule: CheckRule, text: str) -> None:
    check_rule("raw-markup", f"<p>{TEXT}</p><p>{text}</p>")


def test_short_codes_are_told_a_line_and_are_no_words(check_rule: CheckRule) -> None:
    page = f'<p>{TEXT}</p>\n<p>⟦[vc_row][vc_column width="1/2"]⟧{TEXT}[/vc_column][/vc_row]</p>\n<p>⟦[gallery ids="1"]⟧</p>'
    found = check_rule("raw-markup", page)
    assert [one.values["count"] for one in found] == [4, 1]
    report = seo_audit.audit(page.replace("⟦", "").replace("⟧", ""), format="html")
    assert report.figures is not None
    assert report.figures.words == 2 * 9
    assert report.figures.paragraphs == 2


@each_row(
    "page",
    [
        "{% include carte.html %}<p>Le lac {% if gel %}gelé{% endif %} de {{ ville }}</p>",
        "<html><head><title>{{ page.title }}</title></head><body><p>Le lac {% if gel %}gelé{% endif %}</p></body></html>",
        "<p>{% for lac in lacs %}<a href='{{ lac.url }}'>{{ lac.nom }}</a>{% endfor %}</p>",
        "<p>{% if a %}Un{% else %}deux{% endif %} lac {% if b %}gelé{% endif %}.</p>",
    ],
)
def test_a_template_is_no_page(check_rule: CheckRule, page: str) -> None:
    check_rule("raw-markup", page)
    check_rule("placeholder", page)


@each_row("slide", ["<section data-markdown>", "<section class='a' data-markdown>", "<md-block>"])
def test_markdown_that_a_script_reads(check_rule: CheckRule, slide: str) -> None:
    check_rule("raw-markup", f"{slide}\n<p>**{TEXT}**</p></section>")


def test_an_error_of_php(check_rule: CheckRule) -> None:
    error = "{}: Allowed memory size of 268 bytes exhausted in <b>/home/club/www/query.php</b> on line <b>2506</b>"
    [found] = check_rule(
        "raw-markup",
        f"<p><b>⟦{error.format('Fatal error</b>')[:-4]}⟧</b><br></p><p>Le club grimpe.</p>",
    )
    assert found.message("fr").startswith("Message d’erreur de PHP")
    check_rule("raw-markup", f"<p>Le club. ⟦{error.format('Warning')[:-4]}⟧</b></p>")
    # where PHP is the subject, or the message is code, it is an example
    assert not check_rule("raw-markup", f"<p>PHP affiche :</p><p>{error.format('Warning')}</p>")
    assert not check_rule("raw-markup", f"<p>On lit :</p><pre>{error.format('Warning')}</pre>")
    assert not check_rule("raw-markup", "<p>Warning: the lake is frozen in /some/places.</p>")


def test_a_note_of_pelican_s(check_rule: CheckRule) -> None:
    note = f"{TEXT}{{}}Une note.[/ref]\n"
    assert not check_rule("raw-markup", note.format("[ref]"), "markdown")
    assert check_rule("raw-markup", f"<p>{note.format('⟦[ref]⟧')}</p>")


def test_brackets_that_markdown_escapes_are_meant_to_be_read(check_rule: CheckRule) -> None:
    text = "Écrivez **\\[slider album=12\\]** dans la légende : le lac. ⟦[slider album=12]⟧\n"
    check_rule("raw-markup", text, "markdown")


@each_row(
    "mark",
    [
        "![la haie](haie.jpg)",
        "__un mot gras__",
        "~~barré~~",
        "`npm install`",
        "[[La haie|la haie]]",
        "&lt;!-- wp:paragraph --&gt;",
        "&lt;?php",
    ],
)
def test_other_marks_that_readers_see(check_rule: CheckRule, mark: str) -> None:
    check_rule("raw-markup", f"<p>Le four ⟦{mark}⟧ chauffe.</p>")


@each_row(
    "text",
    [
        "Nom : ________ et ____ prénom",
        "le fichier __init__ du four",
        "la mère d’`Abd al-`Aziz",
        "[[ -f four ]]",
        "l’élément &lt;p&gt; du four",
        "un prix ~ 5 € ~~ 6 €",
    ],
)
def test_signs_that_are_no_marks(check_rule: CheckRule, text: str) -> None:
    assert not check_rule("raw-markup", f"<p>Il voit {text} ici.</p>")
