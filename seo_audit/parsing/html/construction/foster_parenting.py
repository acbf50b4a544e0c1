"""Foster parenting: where content goes that may not stand in a table (13.2.6.1 “Creating and inserting nodes”)."""

from seo_audit.parsing.html.construction.nodes import Element
from seo_audit.parsing.html.construction.stack import OpenElements


def foster_parent(stack: OpenElements) -> tuple[Element, Element | None]:
    """The element to insert into, and the table to insert before; None for the element's end."""
    elements = stack.elements
    table, template = stack.topmost("table"), stack.topmost("template")
    if template > table:
        return elements[template], None
    if table < 0:
        return elements[0], None
    parent = elements[table].parent
    if parent is not None:
        return parent, elements[table]
    return elements[table - 1], None
