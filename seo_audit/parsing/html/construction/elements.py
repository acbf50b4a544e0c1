"""Sets of elements that the standard gives names to, or lists again and again.

A name is an element's local name, in SVG and MathML behind “svg ” or “math ”, all in lower case: so no set needs a
namespace beside it.
"""


def names(text: str) -> frozenset[str]:
    """The names in a text."""
    return frozenset(text.split())


HEADINGS = names("h1 h2 h3 h4 h5 h6")
TABLE_SECTIONS = names("tbody tfoot thead")
CELLS = names("td th")
TABLE_PARTS = TABLE_SECTIONS | {"table", "tr"}
"""Where content that belongs in no table is foster parented from."""
METADATA = names("base basefont bgsound link meta noframes script style template title")
"""Start tags that “in head” takes wherever they come."""

MATHML_TEXT_POINTS = frozenset({"math mi", "math mo", "math mn", "math ms", "math mtext"})
SVG_HTML_POINTS = frozenset({"svg foreignobject", "svg desc", "svg title"})
_FOREIGN_SPECIAL = MATHML_TEXT_POINTS | SVG_HTML_POINTS | {"math annotation-xml"}

SPECIAL = _FOREIGN_SPECIAL | names(
    "address applet area article aside base basefont bgsound blockquote body br button caption center col colgroup dd"
    " details dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header"
    " hgroup hr html iframe img input keygen li link listing main marquee menu meta nav noembed noframes noscript object"
    " ol p param plaintext pre script search section select source style summary table tbody td template textarea tfoot"
    " th thead title tr track ul wbr xmp"
)
"""The “special” category (13.2.4.2)."""
SCOPE = _FOREIGN_SPECIAL | names("applet caption html table td th marquee object select template")
"""What ends “a particular scope” (13.2.4.2)."""
IMPLIED_END = names("dd dt li optgroup option p rb rp rt rtc")
"""Elements whose end tag is implied (13.2.6.3)."""
THOROUGHLY_IMPLIED_END = IMPLIED_END | names("caption colgroup tbody td tfoot th thead tr")
