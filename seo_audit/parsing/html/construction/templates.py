"""Templates (13.2.6.4.22 and the template rules of “in head”), and how a mode is found again (13.2.4.1)."""

from collections.abc import Mapping

from seo_audit.parsing.html.construction.builder import Builder, Mode
from seo_audit.parsing.html.construction.elements import METADATA, THOROUGHLY_IMPLIED_END
from seo_audit.parsing.html.construction.formatting import clear_to_marker, push_marker
from seo_audit.parsing.html.construction.tokens import END_OF_FILE, START, Token

_MODE_OF: Mapping[str, Mode] = {
    "td": "in cell",
    "th": "in cell",
    "tr": "in row",
    "tbody": "in table body",
    "thead": "in table body",
    "tfoot": "in table body",
    "caption": "in caption",
    "colgroup": "in column group",
    "table": "in table",
    "head": "in head",
    "body": "in body",
    "frameset": "in frameset",
}
"""The mode in which an open element's contents are read."""
_HAVE_MODES = ("html", "template", *_MODE_OF)
_MODE_WITHIN: Mapping[str, Mode] = {
    "caption": "in table",
    "colgroup": "in table",
    "tbody": "in table",
    "tfoot": "in table",
    "thead": "in table",
    "col": "in column group",
    "tr": "in table body",
    "td": "in row",
    "th": "in row",
}
"""The mode of a template that holds such an element."""


def template_start_tag(builder: Builder, token: Token) -> None:
    """The start tag of a template."""
    builder.insert_element(token)
    push_marker(builder)
    builder.frameset_ok = False
    builder.mode = "in template"
    builder.template_modes.append("in template")


def template_end_tag(builder: Builder, token: Token) -> None:
    """The end tag of a template."""
    if builder.stack.has("template"):
        _close(builder, token)


def _close(builder: Builder, token: Token) -> None:
    stack = builder.stack
    stack.generate_implied_end_tags(token.start, which=THOROUGHLY_IMPLIED_END)
    stack.pop_until("template", token.start, token.end)
    clear_to_marker(builder)
    builder.template_modes.pop()
    reset_insertion_mode(builder)


def in_template(builder: Builder, token: Token) -> None:
    """13.2.6.4.22 The “in template” insertion mode."""
    kind, name = token.kind, token.name
    if kind == START and name not in METADATA:
        mode = _MODE_WITHIN.get(name, "in body")
        builder.template_modes[-1] = mode
        builder.mode = mode
        builder.reprocess(builder, token)
    elif kind == START or name == "template":
        builder.using("in head", token)
    elif kind == END_OF_FILE:
        template_end_of_file(builder, token)
    elif not name:
        builder.using("in body", token)


def template_end_of_file(builder: Builder, token: Token) -> None:
    """The end of the file within a template, or anywhere else."""
    if not builder.stack.has("template"):
        return
    # in turn, not one within the other: there may be a hundred thousand
    while builder.stack.has("template"):
        _close(builder, token)
    builder.reprocess(builder, token)


def reset_insertion_mode(builder: Builder) -> None:
    """Reset the insertion mode appropriately: to that of the innermost element that has one."""
    name = max(_HAVE_MODES, key=builder.stack.topmost)
    if name == "template":
        builder.mode = builder.template_modes[-1]
    elif name == "html":
        builder.mode = "before head" if builder.head is None else "after head"
    else:
        builder.mode = _MODE_OF[name]
