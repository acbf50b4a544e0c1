"""What once took the square of a text's size in one rule."""

from collections.abc import Callable

import pytest
from growth import grows_linearly, repeated

from seo_audit import plugins
from seo_audit.measures import Measures
from seo_audit.parsing import FORMATS, Parsing, parse
from seo_audit.source import Source

pytestmark = pytest.mark.slow


def names(count: int) -> str:
    """So many names, each written twice with an exclamation mark within a sentence."""
    letters = str.maketrans("0123456789", "abcdefghij")
    return "".join(f"la X{n % (count // 2 + 1)}! a ".translate(letters) for n in range(count))


@pytest.mark.parametrize(
    ("rule", "format", "text", "size"),
    [
        ("heading-empty", "html", repeated("<i aria-hidden=true></i>", str, "<h2>", "</h2><p>a</p>"), 6_000),
        ("list-markup", "markdown", repeated(" ", str, "<b>x</b>\n\nun\n• a ", "b\n• c\n"), 60_000),
        ("placeholder", "markdown", repeated("du lorem ipsum ", str), 2_000),
        ("placeholder", "markdown", repeated("`a` ${b} ", str), 8_000),
        ("repeated-word", "markdown", repeated("*hubba hubba* et ", str), 8_000),
        ("repeated-word", "markdown", repeated("le mot *de* de la rue, ", str), 8_000),
        ("damaged-text", "html", repeated("\ufeff ", str, "<p>", "a</p>"), 20_000),
        ("no-break-spaces", "markdown", names, 20_000),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_time_grows_as_the_text(
    rule: str,
    format: str,  # noqa: A002  the field's name for it
    text: Callable[[int], str],
    size: int,
) -> None:
    one = plugins.rules()[rule]

    def work(size: int) -> None:
        document = parse(Source(text(size)), Parsing(), FORMATS[format])
        for _ in one.check(document, Measures(document), one.options()):
            pass

    assert grows_linearly(work, size)
