"""A tree in the format of html5lib-tests, for tests and for people."""

from collections.abc import Iterator, Mapping

from seo_audit.parsing.html.construction import construct, doctypes
from seo_audit.parsing.html.construction.elements import names
from seo_audit.parsing.html.construction.nodes import Element, Node
from seo_audit.parsing.html.construction.tokens import COMMENT, TEXT, comment_text

_SVG_NAMES = {
    name.lower(): name
    for name in names(
        "altGlyph altGlyphDef altGlyphItem animateColor animateMotion animateTransform clipPath feBlend feColorMatrix"
        " feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight"
        " feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology"
        " feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence foreignObject glyphRef"
        " linearGradient radialGradient textPath"
    )
}
_SVG_ATTRIBUTES = {
    name.lower(): name
    for name in names(
        "attributeName attributeType baseFrequency baseProfile calcMode clipPathUnits diffuseConstant edgeMode"
        " filterUnits glyphRef gradientTransform gradientUnits kernelMatrix kernelUnitLength keyPoints keySplines"
        " keyTimes lengthAdjust limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits maskUnits"
        " numOctaves pathLength patternContentUnits patternTransform patternUnits pointsAtX pointsAtY pointsAtZ"
        " preserveAlpha preserveAspectRatio primitiveUnits refX refY repeatCount repeatDur requiredExtensions"
        " requiredFeatures specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles"
        " surfaceScale systemLanguage tableValues targetX targetY textLength viewBox viewTarget xChannelSelector"
        " yChannelSelector zoomAndPan"
    )
}
_NAMESPACED = {
    f"{prefix}:{name}": f"{prefix} {name}"
    for prefix, local in (
        ("xlink", "actuate arcrole href role show title type"),
        ("xml", "lang space"),
        ("xmlns", "xlink"),
    )
    for name in names(local)
}


def dump(markup: str) -> str:
    """The page's tree, a node a line, as the files of html5lib-tests have it; no line break at its end.

    Raises:
        TooManyRepairsError: tags closed in the wrong order ask for too many elements.
    """
    return "\n".join(_lines(markup))


def _lines(markup: str) -> Iterator[str]:
    around: list[tuple[int, Iterator[Node]]] = [(0, iter(construct(markup).document))]
    while around:
        depth, rest = around[-1]
        node = next(rest, None)
        if node is None:
            around.pop()
            continue
        indent = "| " + "  " * depth
        yield from (indent + line for line in _node(markup, node))
        if isinstance(node, Element):
            if node.name == "template":
                yield f"{indent}  content"
                depth += 1
            around.append((depth + 1, iter(node.children or ())))


def _node(markup: str, node: Node) -> Iterator[str]:
    if isinstance(node, Element):
        yield f"<{_element_name(node.name)}>"
        yield from sorted(f'  {name}="{value}"' for name, value in _attributes(node))
    elif node.kind == TEXT:
        node.join()
        yield f'"{node.string}"'
    elif node.kind == COMMENT:
        yield f"<!-- {comment_text(markup, node.start, node.end).value} -->"
    else:
        yield _doctype(markup[node.start : node.end])


def _doctype(text: str) -> str:
    parts = doctypes.read(text)
    if parts.public is None and parts.system is None:
        return f"<!DOCTYPE {parts.name}>"
    return f'<!DOCTYPE {parts.name} "{parts.public or ""}" "{parts.system or ""}">'


def _element_name(name: str) -> str:
    namespace, _, local = name.rpartition(" ")
    return f"svg {_SVG_NAMES.get(local, local)}" if namespace == "svg" else name


def _attributes(element: Element) -> Iterator[tuple[str, str]]:
    adjusted: Mapping[str, str] = {}
    if element.name.startswith("svg "):
        adjusted = _SVG_ATTRIBUTES
    elif element.foreign:
        adjusted = {"definitionurl": "definitionURL"}
    for name, value in element.attributes.items():
        if element.foreign:
            yield _NAMESPACED.get(name, adjusted.get(name, name)), value
        else:
            yield name, value
