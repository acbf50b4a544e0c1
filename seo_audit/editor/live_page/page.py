"""The page as HTML: one document with its styles, script and words, allowed by a nonce."""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from seo_audit.brief.file import LANGUAGES
from seo_audit.brief.profiles import PROFILES
from seo_audit.editor.live_page.words import WORDS
from seo_audit.message import Language, Value
from seo_audit.parsing import SUFFIXES

_PACKAGE = "seo_audit.editor.live_page.templates"


def page(nonce: str, language: Language) -> str:
    """The whole page, in a language; its words in the other are in it too."""
    return _template().render(
        nonce=nonce,
        language=language,
        t=_words(language).__getitem__,
        words={"fr": _words("fr"), "en": _words("en")},
        profiles=PROFILES,
        languages=LANGUAGES,
        articles=",".join(SUFFIXES),
        style=Markup(_text("page.css")),  # noqa: S704  our own file
        script=Markup(_text("page.js")),  # noqa: S704  our own file
    )


class _Unfilled(dict[str, Value]):
    """Fields as they stand, to be filled by the page's script."""

    def __bool__(self) -> bool:
        return True

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


@cache
def _words(language: Language) -> dict[str, str]:
    return {key: text.say(language, _Unfilled()) for key, text in WORDS.items()}


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("seo_audit.editor.live_page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html.j2")


@cache
def _text(name: str) -> str:
    return files(_PACKAGE).joinpath(name).read_text("utf-8")
