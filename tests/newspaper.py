"""An article of a newspaper in the frame of a page, as tests of the main content read it."""

from seo_audit.document import Document
from seo_audit.parsing.html.parser import parse
from seo_audit.source import Source

PARAGRAPHS = (
    "Au petit matin, les pêcheurs du port rentrent un à un, leurs filets encore lourds d’algues.",
    "Depuis dix ans, le nombre de bateaux a diminué de moitié, mais les prises, elles, se maintiennent.",
    "« Nous avons appris à pêcher moins, et mieux », explique la présidente de la coopérative.",
    "Le marché, lui, ouvre à six heures : on y vend le bar, la sole et, l’hiver, la coquille.",
)
BODY = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
TITLE = "Le port se réveille"
SENTENCE = "La criée, elle, ferme ses portes à midi, et les grues se taisent."
LONG = BODY + "".join(
    f"<p>Le quai numéro {number}, lui, attend encore ses grues, promises depuis des années.</p>"
    for number in range(8)
)
MENU = "<ul><li><a href=/>Accueil</a><li><a href=/b>Politique</a><li><a href=/c>Sports</a></ul>"


def read(body: str, title: str = TITLE) -> Document:
    return parse(Source(f"<!doctype html><title>{title} - Le Journal</title><body>{body}"))


def read_fragment(part: str) -> Document:
    """All there is to read in a part."""
    return parse(Source(part))


def lines(document: Document) -> list[str]:
    return document.text.split("\n\n")


def article(part: str) -> list[str]:
    """The lines of an article with this part in the middle, without those of the article."""
    page = f"<article><h1>{TITLE}</h1>{BODY}{part}{BODY}</article>"
    return [line for line in lines(read(page)) if line not in (TITLE, *PARAGRAPHS)]
