"""Inline syntax: markdown-it's rules with places, and footnotes."""

import re
from collections.abc import Callable

from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline import image as image_rule
from markdown_it.rules_inline import link as link_rule

from seo_audit.lazy import regex

_WIKILINK = regex(
    r"(!?)\[\[(?![*~$+%&!:]|_?toc_?\]\])([^\[\]|\n]{1,300}+)(?:\|([^\[\]\n]{0,300}+))?\]\](?![(\[{:])",
    re.IGNORECASE,
)
"""What Obsidian, Quartz, Foam and wikis write; MODX begins its tags so, too."""
_FOOTNOTE = regex(r"\[\^([^\]\s]{1,200}+)\]")


def newline(state: StateInline, silent: bool) -> bool:
    """markdown-it's rule, which also says where the line end stands."""
    newline = state.pos
    if state.src[newline] != "\n":
        return False
    if not silent:
        text = state.pending
        kept = text.rstrip(" ")
        trailing = len(text) - len(kept)
        state.pending = kept
        state.pos -= trailing
        name = "hardbreak" if trailing >= 2 else "softbreak"
        state.push(name, "br", 0).meta["newline"] = newline
    at = newline + 1
    while at < state.posMax and state.src[at] in " \t":
        at += 1
    state.pos = at
    return True


def _located(
    rule: Callable[[StateInline, bool], bool], opener: str
) -> Callable[[StateInline, bool], bool]:
    """A rule for links or images whose first token also knows where the whole ends."""

    def located(state: StateInline, silent: bool) -> bool:
        start = state.pos
        if not state.src.startswith(opener, start) or state.html_terminator_last("]") < start:
            return False
        if silent:
            return rule(state, True)
        if state.pending:
            state.pushPending()  # the rule moves on before it pushes: its place would be lost
        count = len(state.tokens)
        if not rule(state, False):
            return False
        label_end = state.tokens[-1].meta["at"]
        state.tokens[count].meta |= {"at": start, "end": state.pos, "label_end": label_end}
        return True

    return located


link = _located(link_rule, "[")
image = _located(image_rule, "![")


def wikilink(state: StateInline, silent: bool) -> bool:
    """`[[page#part|text]]`, and what is shown in place: `![[picture.png|text]]`."""
    match = _WIKILINK.match(state.src, state.pos, state.posMax)
    if match is None or match[2].strip().upper() in state.env.get("references", {}):
        return False
    if not silent:
        token = state.push("embed" if match[1] else "wikilink", "", 0)
        token.meta |= {"target": match.span(2), "text": match.span(3), "end": match.end()}
    state.pos = match.end()
    return True


def footnote_reference(state: StateInline, silent: bool) -> bool:
    """`[^name]`, when the name is defined."""
    match = _FOOTNOTE.match(state.src, state.pos, state.posMax)
    if match is None or ":" + match[1] not in state.env.get("footnotes", {}).get("refs", ()):
        return False
    if not silent:
        state.push("footnote_ref", "", 0)
    state.pos = match.end()
    return True


def footnote_inline(state: StateInline, silent: bool) -> bool:
    """`^[note]`: its text is read as a paragraph of its own, after this one."""
    if not state.src.startswith("^[", state.pos):
        return False
    end = state.md.helpers.parseLinkLabel(state, state.pos + 1)
    if end < 0:
        return False
    if not silent:
        state.push("footnote_inline", "", 0).content = state.src[state.pos + 2 : end]
    state.pos = end + 1
    return True
