"""The Markdown we read: CommonMark with tables, strikethrough, footnotes, definition lists, admonitions."""

from collections.abc import Sequence
from typing import ClassVar, NoReturn

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote.index import footnote_def

from seo_audit.parsing.markdown.block_rules import (
    admonition,
    deep_list,
    fence,
    grid_table,
    heading,
    reference,
    table,
)
from seo_audit.parsing.markdown.inline_rules import (
    footnote_inline,
    footnote_reference,
    image,
    link,
    newline,
    wikilink,
)
from seo_audit.parsing.markdown.states import InlineParser

DEEPEST = 100
"""Lists and quotes nested deeper than this are refused."""


class _NoRenderer:
    """Stands for the renderer, which would list all its methods before it is asked for any: tokens are all we want."""

    __output__: ClassVar[str] = "none"

    def __init__(self, _parser: MarkdownIt) -> None:
        """As the parser makes it."""

    def render(self, tokens: Sequence[Token], options: OptionsDict, env: EnvType) -> NoReturn:
        raise NotImplementedError


class Markdown(MarkdownIt):
    """The parser with our rules; addresses are kept as they stand."""

    def __init__(self, *, mdx: bool = False) -> None:
        """With `mdx`, indented lines are no code: what a component holds is indented."""
        super().__init__(
            "commonmark",
            {"maxNesting": DEEPEST, "store_labels": True, "tasklists": True},
            renderer_cls=_NoRenderer,
        )
        self.inline = InlineParser()
        inline = self.inline.ruler
        inline.disable("linkify")
        inline.at("newline", newline)
        inline.at("link", link)
        inline.at("image", image)
        inline.before("link", "wikilink", wikilink)
        inline.after("image", "footnote_inline", footnote_inline)
        inline.after("footnote_inline", "footnote_ref", footnote_reference)
        self.inline.ruler2.disable("fragments_join")
        block = self.block.ruler
        block.at("fence", fence, {"alt": ["paragraph", "reference", "blockquote", "list"]})
        block.enable("table")
        block.disable("heading")
        # first, as in GitHub's own parser: nothing else begins with "#"
        block.before("table", "atx", heading, {"alt": ["paragraph", "reference", "blockquote"]})
        block.at("reference", reference)
        block.at("table", table, {"alt": ["paragraph", "reference"]})
        block.before("table", "grid_table", grid_table, {"alt": ["paragraph", "reference"]})
        block.before("reference", "footnote_def", footnote_def, {"alt": ["paragraph", "reference"]})
        block.before(
            "blockquote",
            "admonition",
            admonition,
            {"alt": ["paragraph", "reference", "blockquote", "list"]},
        )
        self.use(deflist_plugin)
        if mdx:
            block.disable("code")
            block.at("list", deep_list, {"alt": ["paragraph", "reference", "blockquote"]})

    def normalizeLink(self, url: str) -> str:  # noqa: N802  markdown-it's name
        """As it stands."""
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802  markdown-it's name
        """As it stands."""
        return link

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802  every address is judged by rules
        """Whether it is one: always."""
        return True
