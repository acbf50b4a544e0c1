"""JSON headers."""

import math
import re

from seo_audit.lazy import regex
from seo_audit.parsing.front_matter.nodes import OTHER, Node, Tree, UnreadableError
from seo_audit.parsing.front_matter.texts import aligned

_JSON_TOKEN = regex(r'"(?:[^"\\]|\\.)*+"|[{}\[\],:]|[^\s{}\[\],:"]++')


def read_json(text: str, start: int, end: int) -> list[tuple[Node, Node]]:
    """The pairs of a JSON object; json judges whether it is valid."""
    import json  # noqa: PLC0415  few articles have such a header

    try:
        json.loads(text[start:end])
    except json.JSONDecodeError as error:
        raise UnreadableError(OTHER[0], start + error.pos) from error
    except (ValueError, RecursionError) as error:
        raise UnreadableError("too deep", start) from error
    tree = Tree()
    for token in _JSON_TOKEN.finditer(text, start, end):
        value = token[0]
        low, high = token.span()
        if value in "[{":
            tree.open(Node("list" if value == "[" else "table", low, high, []))
        elif value in "]}":
            tree.close(high)
        elif value[0] == '"':
            string = re.sub("[\ud800-\udfff]", "\ufffd", json.loads(value))
            tree.add(
                Node("scalar", low, high, string, aligned(text, low + 1, high - 1, string, '"'))
            )
        elif value not in ",:":
            data = json.loads(value)
            finite = not isinstance(data, float) or math.isfinite(data)
            scalar = data if finite else value
            tree.add(Node("scalar", low, high, scalar, aligned(text, low, high, value)))
    return tree.pairs()
