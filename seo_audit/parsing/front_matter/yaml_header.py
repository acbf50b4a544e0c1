"""YAML headers. Only this module reads YAML, and imports it when there is some."""

import re
from collections.abc import Mapping
from typing import Any

from seo_audit.document import Text
from seo_audit.lazy import regex
from seo_audit.parsing.front_matter.nodes import LINE_END, Node, Tree, UnreadableError
from seo_audit.parsing.front_matter.texts import aligned

_YAML_NODES: Mapping[str, Any] = {
    "AliasEvent": "scalar",
    "MappingStartEvent": "table",
    "ScalarEvent": "scalar",
    "SequenceStartEvent": "list",
}


_INTEGER = regex(r"[-+]?(?:0|[1-9][0-9_]{0,17})")


_FLOAT = regex(r"[-+]?(?:[0-9]{1,17}\.[0-9]{0,17}|\.[0-9]{1,17})(?:[eE][-+]?[0-9]{1,3})?")


def read_yaml(text: str, start: int, end: int) -> list[tuple[Node, Node]]:
    """The pairs of a YAML table, made from the parser's events: no alias is expanded here."""
    import yaml  # noqa: PLC0415  only articles with such a header pay for it

    tree = Tree()
    anchors: dict[str, Node] = {}
    try:
        for event in yaml.parse(
            text[start:end], Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        ):
            _yaml_event(event, text, start, tree, anchors)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or getattr(error, "reason", None) or ""
        if "nesting depth" in reason:  # libyaml’s own limit, met before ours where nothing closes
            reason = "too deep"
        offset = start + mark.index if mark else _control(text, start, end)
        raise UnreadableError(str(reason), min(offset, end)) from error
    return tree.pairs()


def _yaml_event(event: Any, text: str, start: int, tree: Tree, anchors: dict[str, Node]) -> None:
    """Take one event of PyYAML's; its classes are told by name, for yaml is imported late."""
    name = type(event).__name__
    low, high = start + event.start_mark.index, start + event.end_mark.index
    if name in ("MappingEndEvent", "SequenceEndEvent"):
        tree.close(high)
    elif name == "AliasEvent":
        if event.anchor not in anchors:
            raise UnreadableError("unknown alias", low)
        tree.add(anchors[event.anchor])
    elif name in _YAML_NODES:
        node = Node(_YAML_NODES[name], low, high, [])
        if event.anchor:
            anchors[event.anchor] = node
        if node.kind == "scalar":
            # implicit[0]: no quotes and no tag
            node.value = _resolved(event.value) if event.implicit[0] else event.value
            node.text = _yaml_text(text, low, high, event.value, event.style)
            tree.add(node)
        else:
            tree.open(node)


def _control(text: str, start: int, end: int) -> int:
    """Where a character stands that YAML forbids."""
    found = re.compile(
        "[^\\t\\n\\r\\x20-\\x7e\\x85\\xa0-\\ud7ff\\ue000-\\ufffd\U00010000-\U0010ffff]"
    ).search(text, start, end)
    return found.start() if found else start


def _resolved(value: str) -> Any:
    """A plain YAML scalar as plain data: null, boolean, number, else the string as it stands (dates too)."""
    if value in ("", "~", "null", "Null", "NULL"):
        return None
    if value in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return value.lower() == "true"
    if _INTEGER.fullmatch(value):
        return int(value.replace("_", ""))
    if _FLOAT.fullmatch(value):
        return float(value)
    return value


def _yaml_text(text: str, start: int, end: int, value: str, style: str | None) -> Text:
    if style in ("|", ">"):
        first = LINE_END.search(text, start, end)
        return aligned(text, first.end() if first else end, end, value)
    if style in ("'", '"'):
        return aligned(text, start + 1, end - 1, value, style)
    return aligned(text, start, end, value)
