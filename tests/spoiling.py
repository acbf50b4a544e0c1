"""Correct articles, and ten ways to spoil them: what the score is measured with.

An article is Markdown with front matter, one list, one image, two links; `as_html` makes a page of it. Each way
takes the article's text and gives it spoilt; they may follow one another in the order they stand in here.
"""

import re
from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path

from markdown_it import MarkdownIt

ARTICLES = tuple(sorted((Path(__file__).parent / "data" / "correct").glob("*.md")))
"""Articles without a fault, written for this."""

PROMPT = "Réécris cet article en français, ajoute des sous-titres et fais au moins 700 mots."
LOREM = "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor."


def _split(text: str) -> tuple[str, str]:
    """Front matter and body."""
    _, head, body = text.split("---\n", 2)
    return head, body


def _joined(head: str, body: str) -> str:
    return f"---\n{head}---\n{body}"


def _field(head: str, name: str) -> str:
    match = re.search(rf'^{name}: "?(.*?)"?$', head, re.MULTILINE)
    return match[1] if match else ""


def _prose(body: str) -> list[str]:
    """The body's paragraphs, headings, lists and images, in order."""
    return body.strip().split("\n\n")


def _is_paragraph(part: str) -> bool:
    return not part.startswith(("#", "-", "!", "<"))


def without_description(text: str) -> str:
    """The description is gone."""
    return re.sub(r"^description:.*\n", "", text, flags=re.MULTILINE)


def levels_skipped(text: str) -> str:
    """Every other subheading stands two levels too deep."""
    parts = re.split(r"^## ", text, flags=re.MULTILINE)
    marked = ("## " if number % 2 else "#### " for number in range(1, len(parts)))
    return parts[0] + "".join(map("".join, zip(marked, parts[1:], strict=True)))


def without_subheadings(text: str) -> str:
    """The subheadings are gone."""
    return re.sub(r"^##+ .*\n\n", "", text, flags=re.MULTILINE)


def generic_links(text: str) -> str:
    """The links say « cliquez ici »."""
    return re.sub(r"(?<!!)\[[^\]]+\]\(", "[cliquez ici](", text)


def images_without_alt(text: str) -> str:
    """The images have no alt, and there is one more."""
    spoilt = re.sub(r"!\[[^\]]*\]\(([^)]+)\)", r'<img src="\1">', text)
    return spoilt + '\n<img src="https://images.example/suite.jpg">\n'


def stuffed(text: str) -> str:
    """A keyphrase is declared and repeated."""
    head, body = _split(text)
    phrase = " ".join(_field(head, "slug").split("-")[:2])
    more = f"Le {phrase} est un bon {phrase}. Ce {phrase} vaut un autre {phrase}. Notre {phrase} est le {phrase}."
    parts = [
        f"{part} {more}" if _is_paragraph(part) and number % 4 == 1 else part
        for number, part in enumerate(_prose(body))
    ]
    return _joined(f"{head}seo:\n  keyphrase: {phrase}\n", "\n" + "\n\n".join(parts) + "\n")


def run_together(text: str) -> str:
    """The sentences of each paragraph are run together, with commas."""
    head, body = _split(text)
    parts = [
        re.sub(r"[.!?] (?=\w)", ", ", part) if _is_paragraph(part) else part
        for part in _prose(body)
    ]
    return _joined(head, "\n" + "\n\n".join(parts) + "\n")


def left_overs(text: str) -> str:
    """Left-overs of the page it was copied from, and a prompt to a writing assistant."""
    head, body = _split(text)
    first, *rest = _prose(body)
    kept = (
        PROMPT,
        first,
        "(Photo : Agence/Durand)",
        *rest,
        "Lire aussi : nos autres articles",
        "Source link",
    )
    return _joined(head, "\n" + "\n\n".join(kept) + "\n")


def placeholders(text: str) -> str:
    """Lorem ipsum, and a note of what is still to be written."""
    head, body = _split(text)
    first, *rest = _prose(body)
    return _joined(
        head, "\n" + "\n\n".join((first, LOREM, *rest, "TODO : compléter cette partie")) + "\n"
    )


def walls_of_text(text: str) -> str:
    """All of it is one paragraph, but for what stands under the last heading."""
    head, body = _split(text)
    before, *last = re.split(
        r"^(?=#+ (?!.*^#+ ))", body, maxsplit=1, flags=re.MULTILINE | re.DOTALL
    )
    flat = " ".join(
        re.sub(r"^- ", "", line) for line in before.split("\n") if line[:1] not in ("", "#")
    )
    return _joined(head, "\n" + "\n\n".join([flat, *last]))


WAYS: Mapping[str, Callable[[str], str]] = {
    "description gone": without_description,
    "levels skipped": levels_skipped,
    "subheadings gone": without_subheadings,
    "walls of text": walls_of_text,
    "sentences run together": run_together,
    "generic links": generic_links,
    "images without alt": images_without_alt,
    "stuffed": stuffed,
    "left-overs and a prompt": left_overs,
    "placeholders": placeholders,
}


def as_html(text: str) -> str:
    """The article as a page whose head says what its front matter does."""
    head, body = _split(text)
    title, description, author, slug, date = (
        escape(_field(head, name)) for name in ("title", "description", "author", "slug", "date")
    )
    phrase = escape(_field(head, "  keyphrase"))
    address = f"https://exemple.fr/{slug}"
    lines = [
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width">',
        f"<title>{title}</title>",
        f'<meta name="description" content="{description}">' if description else "",
        f'<meta name="keywords" content="{phrase}">' if phrase else "",
        f'<meta name="author" content="{author}">',
        f'<meta property="article:published_time" content="{date}">',
        f'<link rel="canonical" href="{address}">',
        f'<meta property="og:title" content="{title}">',
        f'<meta property="og:description" content="{description or title}">',
        f'<meta property="og:url" content="{address}">',
        '<meta property="og:type" content="article">',
        '<meta property="og:image" content="https://exemple.fr/partage.jpg">',
        '<meta name="twitter:card" content="summary_large_image">',
    ]
    content = MarkdownIt().render(body).replace("<img ", '<img width="800" height="600" ')
    content = content.replace("/images/", "/images/a-").replace(
        'href="/', 'href="https://exemple.fr/'
    )
    return (
        '<!doctype html>\n<html lang="fr">\n<head>\n'
        + "\n".join(filter(None, lines))
        + f"\n</head>\n<body>\n<main>\n<article>\n<h1>{title}</h1>\n{content}</article>\n</main>\n</body>\n</html>\n"
    )
