"""Templates, styles and script of the page, and the policy that allows nothing else."""

import base64
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from seo_audit.reports.html.article import PRINTED

from seo_audit.lazy import regex
from seo_audit.rendering.escaping import visible, whole

_CONTROLS = regex(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufffe\uffff]"
)


def shown(value: Any) -> Any:
    """Anything a template writes, with control characters and changes of direction made visible."""
    if isinstance(value, Markup):
        return value
    if not isinstance(value, str):
        return value
    return _CONTROLS.sub(lambda match: visible(whole(match[0])), value)


@cache
def environment() -> Environment:
    """The templates, which escape all they are given."""
    return Environment(
        loader=PackageLoader("seo_audit.reports.html"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _file(name: str) -> str:
    return files("seo_audit.reports.html").joinpath("templates", name).read_text("utf-8")


@cache
def css() -> str:
    """The styles, with both palettes."""
    light, dark = (_file(f"palette_{name}.css").strip() for name in ("light", "dark"))
    return (
        _file("report.css")
        .replace("{LIGHT}", "{" + light + "}")
        .replace("{DARK}", "{" + dark + "}")
        .replace("{BEYOND}", str(PRINTED + 1))
    )


@cache
def script() -> str:
    """The script."""
    return _file("report.js")


@cache
def policy() -> str:
    """The content security policy: styles and script by their hashes, images within the page."""
    return (
        f"default-src 'none'; style-src {_hash(css())}; script-src {_hash(script())}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'"
