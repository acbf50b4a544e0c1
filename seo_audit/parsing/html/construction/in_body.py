"""13.2.6.4.7 The “in body” insertion mode: a rule a function, and a table of which tags each is for."""

from collections.abc import Mapping

from seo_audit.parsing.html.construction.before_body import raw_text
from seo_audit.parsing.html.construction.builder import (
    Builder,
    Rule,
    ignore,
    without_nul,
)
from seo_audit.parsing.html.construction.elements import HEADINGS, METADATA
from seo_audit.parsing.html.construction.foreign_content import insert_foreign
from seo_audit.parsing.html.construction.formatting import (
    adoption_agency,
    clear_to_marker,
    close,
    forget,
    push,
    push_marker,
    reconstruct,
    since_marker,
)
from seo_audit.parsing.html.construction.templates import template_end_of_file
from seo_audit.parsing.html.construction.tokens import (
    COMMENT,
    END,
    END_OF_FILE,
    NO_ATTRIBUTES,
    START,
    TEXT,
    WHITE,
    Token,
)


def in_body(builder: Builder, token: Token) -> None:
    """Process a token; unless a table says more, tags are formatted text."""
    kind = token.kind
    if kind == TEXT:
        _text(builder, token)
    elif kind == START:
        _START_TAGS.get(token.name, _any_other_start_tag)(builder, token)
    elif kind == END:
        _END_TAGS.get(token.name, _any_other_end_tag)(builder, token)
    elif kind == COMMENT:
        builder.insert_comment(token)
    elif kind == END_OF_FILE:
        template_end_of_file(builder, token)


def _text(builder: Builder, token: Token) -> None:
    if "\0" in token.string:
        kept = without_nul(token)
        if kept is None:
            return
        token = kept
    if builder.formatting:
        reconstruct(builder)
    builder.insert_characters(token)
    if builder.frameset_ok and token.string.strip(WHITE):
        builder.frameset_ok = False


# -- start tags


def _html(builder: Builder, token: Token) -> None:
    if not builder.stack.has("template"):
        builder.merge_attributes(builder.stack.elements[0], token)


def _as_in_head(builder: Builder, token: Token) -> None:
    builder.using("in head", token)


def _body(builder: Builder, token: Token) -> None:
    elements = builder.stack.elements
    if len(elements) > 1 and elements[1].name == "body" and not builder.stack.has("template"):
        builder.frameset_ok = False
        builder.merge_attributes(elements[1], token)


def _frameset(builder: Builder, token: Token) -> None:
    elements = builder.stack.elements
    if len(elements) > 1 and elements[1].name == "body" and builder.frameset_ok:
        builder.detach(elements[1])
        while len(elements) > 1:
            builder.stack.pop(token.start)
        builder.insert_element(token)
        builder.mode = "in frameset"


def _close_p(builder: Builder, at: int) -> None:
    """Close a p element, if one is in button scope."""
    stack = builder.stack
    if stack.in_button_scope("p"):
        stack.generate_implied_end_tags(at, but="p")
        stack.pop_until("p", at, at)


def _block(builder: Builder, token: Token) -> None:
    _close_p(builder, token.start)
    builder.insert_element(token)


def _heading(builder: Builder, token: Token) -> None:
    _close_p(builder, token.start)
    if builder.stack.elements[-1].name in HEADINGS:
        builder.stack.pop(token.start)
    builder.insert_element(token)


def _preformatted(builder: Builder, token: Token) -> None:
    _block(builder, token)
    builder.tokenizer.skips_line_feed = True
    builder.frameset_ok = False


def _form(builder: Builder, token: Token) -> None:
    within_template = builder.stack.has("template")
    if builder.form is None or within_template:
        _close_p(builder, token.start)
        form = builder.insert_element(token)
        if not within_template:
            builder.form = form


def _list_item(builder: Builder, token: Token) -> None:
    builder.frameset_ok = False
    _close_item(builder, token, ("li",))
    _block(builder, token)


def _description_item(builder: Builder, token: Token) -> None:
    builder.frameset_ok = False
    _close_item(builder, token, ("dd", "dt"))
    _block(builder, token)


_NO_BARRIERS = frozenset({"address", "div", "p"})


def _close_item(builder: Builder, token: Token, names: tuple[str, ...]) -> None:
    """Close an item of a list that stands above all special elements but some."""
    stack = builder.stack
    elements = stack.elements
    highest = max([stack.topmost(name) for name in names])
    if highest < 0:
        return
    index = stack.nearest_special(len(elements) - 1)
    while index > highest and elements[index].name in _NO_BARRIERS:
        index = stack.nearest_special(index - 1)
    if index == highest:  # items are special themselves
        name = elements[index].name
        stack.generate_implied_end_tags(token.start, but=name)
        stack.pop_until(name, token.start, token.start)


def _plaintext(builder: Builder, token: Token) -> None:
    _block(builder, token)
    builder.tokenizer.raw = "plaintext"


def _button(builder: Builder, token: Token) -> None:
    stack = builder.stack
    if stack.in_scope("button"):
        stack.generate_implied_end_tags(token.start)
        stack.pop_until("button", token.start, token.start)
    reconstruct(builder)
    builder.insert_element(token)
    builder.frameset_ok = False


def _a(builder: Builder, token: Token) -> None:
    index = since_marker(builder, "a")
    if index >= 0:
        link = builder.formatting[index]
        assert link is not None
        adoption_agency(builder, "a", token.start, token.start)
        forget(builder, link)
        if link.open:
            builder.stack.remove(link, token.start)
    _formatting(builder, token)


def _formatting(builder: Builder, token: Token) -> None:
    reconstruct(builder)
    push(builder, builder.insert_element(token))


def _nobr(builder: Builder, token: Token) -> None:
    reconstruct(builder)
    if builder.stack.in_scope("nobr"):
        adoption_agency(builder, "nobr", token.start, token.start)
    _formatting(builder, token)


def _object(builder: Builder, token: Token) -> None:
    reconstruct(builder)
    builder.insert_element(token)
    push_marker(builder)
    builder.frameset_ok = False


def _table(builder: Builder, token: Token) -> None:
    if not builder.quirks:
        _close_p(builder, token.start)
    builder.insert_element(token)
    builder.frameset_ok = False
    builder.mode = "in table"


def _void(builder: Builder, token: Token) -> None:
    reconstruct(builder)
    builder.insert_void(token)
    builder.frameset_ok = False


def _input(builder: Builder, token: Token) -> None:
    _leave_select(builder, token)
    reconstruct(builder)
    builder.insert_void(token)
    if token.attributes.get("type", "").lower() != "hidden":
        builder.frameset_ok = False


def _leave_select(builder: Builder, token: Token) -> None:
    if builder.stack.in_scope("select"):
        builder.stack.pop_until("select", token.start, token.start)


def _source(builder: Builder, token: Token) -> None:
    builder.insert_void(token)


def _hr(builder: Builder, token: Token) -> None:
    _close_p(builder, token.start)
    if builder.stack.in_scope("select"):
        builder.stack.generate_implied_end_tags(token.start)
    builder.insert_void(token)
    builder.frameset_ok = False


def _image(builder: Builder, token: Token) -> None:
    token.name = "img"
    _void(builder, token)


def _textarea(builder: Builder, token: Token) -> None:
    raw_text(builder, token)
    builder.tokenizer.skips_line_feed = True
    builder.frameset_ok = False


def _xmp(builder: Builder, token: Token) -> None:
    _close_p(builder, token.start)
    reconstruct(builder)
    builder.frameset_ok = False
    raw_text(builder, token)


def _iframe(builder: Builder, token: Token) -> None:
    builder.frameset_ok = False
    raw_text(builder, token)


def _select(builder: Builder, token: Token) -> None:
    if builder.stack.in_scope("select"):
        _leave_select(builder, token)
        return
    reconstruct(builder)
    builder.insert_element(token)
    builder.frameset_ok = False


def _option(builder: Builder, token: Token) -> None:
    stack = builder.stack
    if stack.in_scope("select"):
        stack.generate_implied_end_tags(token.start, but="optgroup")
    elif stack.elements[-1].name == "option":
        stack.pop(token.start)
    reconstruct(builder)
    builder.insert_element(token)


def _optgroup(builder: Builder, token: Token) -> None:
    stack = builder.stack
    if stack.in_scope("select"):
        stack.generate_implied_end_tags(token.start)
    elif stack.elements[-1].name == "option":
        stack.pop(token.start)
    reconstruct(builder)
    builder.insert_element(token)


def _ruby_base(builder: Builder, token: Token) -> None:
    if builder.stack.in_scope("ruby"):
        builder.stack.generate_implied_end_tags(token.start)
    builder.insert_element(token)


def _ruby_text(builder: Builder, token: Token) -> None:
    if builder.stack.in_scope("ruby"):
        builder.stack.generate_implied_end_tags(token.start, but="rtc")
    builder.insert_element(token)


def _foreign(builder: Builder, token: Token) -> None:
    reconstruct(builder)
    insert_foreign(builder, token, token.name)


def _any_other_start_tag(builder: Builder, token: Token) -> None:
    if builder.formatting:
        reconstruct(builder)
    builder.insert_element(token)


# -- end tags


def _body_end(builder: Builder, token: Token) -> None:
    if builder.stack.in_scope("body"):
        builder.stack.elements[1].stop = token.end
        builder.mode = "after body"


def _html_end(builder: Builder, token: Token) -> None:
    if builder.stack.in_scope("body"):
        builder.mode = "after body"
        builder.reprocess(builder, token)


def _block_end(builder: Builder, token: Token) -> None:
    stack, name = builder.stack, token.name
    if stack.elements[-1].name == name:
        stack.pop(token.end)  # as nearly always
    elif stack.in_scope(name):
        stack.generate_implied_end_tags(token.start)
        stack.pop_until(name, token.start, token.end)


def _form_end(builder: Builder, token: Token) -> None:
    stack = builder.stack
    if stack.has("template"):
        _block_end(builder, token)
        return
    form, builder.form = builder.form, None
    if form is not None and form.open and stack.is_in_scope(form):
        stack.generate_implied_end_tags(token.start)
        stack.remove(form, token.end)


def _p_end(builder: Builder, token: Token) -> None:
    stack = builder.stack
    if not stack.in_button_scope("p"):
        builder.insert_implied("p", token.start)
    stack.generate_implied_end_tags(token.start, but="p")
    stack.pop_until("p", token.start, token.end)


def _li_end(builder: Builder, token: Token) -> None:
    stack = builder.stack
    if stack.in_list_item_scope("li"):
        stack.generate_implied_end_tags(token.start, but="li")
        stack.pop_until("li", token.start, token.end)


def _description_item_end(builder: Builder, token: Token) -> None:
    stack, name = builder.stack, token.name
    if stack.in_scope(name):
        stack.generate_implied_end_tags(token.start, but=name)
        stack.pop_until(name, token.start, token.end)


def _heading_end(builder: Builder, token: Token) -> None:
    stack = builder.stack
    if stack.any_in_scope(HEADINGS):
        stack.generate_implied_end_tags(token.start)
        stack.pop_until_any(HEADINGS, token.start, token.end)


def _formatting_end(builder: Builder, token: Token) -> None:
    adoption_agency(builder, token.name, token.start, token.end)


def _object_end(builder: Builder, token: Token) -> None:
    if builder.stack.in_scope(token.name):
        _block_end(builder, token)
        clear_to_marker(builder)


def _br_end(builder: Builder, token: Token) -> None:
    token.attributes = NO_ATTRIBUTES
    _void(builder, token)


def _any_other_end_tag(builder: Builder, token: Token) -> None:
    if builder.stack.elements[-1].name == token.name:
        builder.stack.pop(token.end)  # as nearly always
        return
    close(builder, token.name, token.start, token.end)


def _table_of(rules: Mapping[str, Rule]) -> Mapping[str, Rule]:
    """A table by tag name of one by several names at once."""
    return {name: rule for names, rule in rules.items() for name in names.split()}


_START_TAGS = _table_of(
    {
        "html": _html,
        " ".join(METADATA): _as_in_head,
        "body": _body,
        "frameset": _frameset,
        "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer header"
        " hgroup main menu nav ol p search section summary ul": _block,
        "h1 h2 h3 h4 h5 h6": _heading,
        "pre listing": _preformatted,
        "form": _form,
        "li": _list_item,
        "dd dt": _description_item,
        "plaintext": _plaintext,
        "button": _button,
        "a": _a,
        "b big code em font i s small strike strong tt u": _formatting,
        "nobr": _nobr,
        "applet marquee object": _object,
        "table": _table,
        "area br embed img keygen wbr": _void,
        "input": _input,
        "param source track": _source,
        "hr": _hr,
        "image": _image,
        "textarea": _textarea,
        "xmp": _xmp,
        "iframe": _iframe,
        "noembed": raw_text,
        "select": _select,
        "option": _option,
        "optgroup": _optgroup,
        "rb rtc": _ruby_base,
        "rp rt": _ruby_text,
        "math svg": _foreign,
        "caption col colgroup frame head tbody td tfoot th thead tr": ignore,
    }
)
_END_TAGS = _table_of(
    {
        "template": _as_in_head,
        "body": _body_end,
        "html": _html_end,
        "address article aside blockquote button center details dialog dir div dl fieldset figcaption figure footer"
        " header hgroup listing main menu nav ol pre search section select summary ul": _block_end,
        "form": _form_end,
        "p": _p_end,
        "li": _li_end,
        "dd dt": _description_item_end,
        "h1 h2 h3 h4 h5 h6": _heading_end,
        "a b big code em font i nobr s small strike strong tt u": _formatting_end,
        "applet marquee object": _object_end,
        "br": _br_end,
    }
)
