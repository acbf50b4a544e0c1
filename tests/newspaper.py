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
MENU = "<ul><li><a href=/>Accueil</a><li><a href=/b>Politique</a><li><a href=/c>Sports</a></ul>"


def read(body: str, title: str = "Le port se réveille") -> Document:
    return parse(Source(f"<!doctype html><title>{title} - Le Journal</title><body>{body}"))
