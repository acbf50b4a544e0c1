"""An HTML page as a browser builds it: “Tree construction” of the WHATWG HTML standard, section 13.2.6.

Its words are the standard's, so that one may be read beside the other. What the standard does not ask for is the place
of everything: each element knows its start tag and where it ends, each text where its characters stand.

Scripting is off, as in a browser without JavaScript: what stands in `<noscript>` is elements.
"""

from seo_audit.parsing.html.construction.constructor import construct

__all__ = ["construct"]
