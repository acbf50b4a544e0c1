"""What a generator reads in an HTML source before browsers do: front matter, and the tags of templates."""

import re

from seo_audit.lazy import regex

_PART = regex(
    r"""<(script|style|textarea|title|template)\b(?:(?!</\1\b).)*+(?:</\1|\Z)  # no comment is one in there
    | <!--(?:(?!-->).)*+(?:-->|\Z)
    | <(?:[^<>"']++|"[^"]{0,5000}+"|'[^']{0,5000}+')*+>  # kept in attributes: rules see what cannot be known
    | \{(?:%(?:(?!%\}|\{%).){0,2000}+%|\{(?:(?!\}\}|\{\{).){0,2000}+\}|\#(?:(?!\#\}|\{\#).){0,2000}+\#)\}""",
    re.DOTALL | re.VERBOSE | re.IGNORECASE,
)
_VISIBLE = regex(r"[^\r\n]")


def without_templates(text: str, start: int) -> str:
    """The page with spaces for its front matter, which ends at `start`, and comments for template tags in its text.

    Every other character keeps its place.
    """
    head = _VISIBLE.sub(" ", text[:start])
    return head + _PART.sub(_hidden, text[start:])


def _hidden(part: re.Match[str]) -> str:
    if part[0][0] == "<":
        return part[0]
    return f"<!{_VISIBLE.sub(' ', part[0][2:-1])}>"
