"""One page of a site: its own audit, and what the site's rules need of it."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from seo_audit import engine, plugins
from seo_audit.analysis.look_ups import Disk
from seo_audit.config.config import Config
from seo_audit.config.nearest import Configurations
from seo_audit.document import Document
from seo_audit.errors import KILLED, SeoAuditError, SourceError, one_line
from seo_audit.french.languages import detect_language
from seo_audit.message import Language
from seo_audit.parsing import format_of, parse
from seo_audit.parsing.html.references import References
from seo_audit.report import Report
from seo_audit.rule import Severity
from seo_audit.rule_support.front_pages import awaits_text
from seo_audit.rule_support.languages import contradicts
from seo_audit.site.configuration import ShardConfiguration
from seo_audit.site.pages import skipping
from seo_audit.site.pages.facts import Fact, facts
from seo_audit.site.pages.mentions import Mention, Reader
from seo_audit.site.pages.record import (
    ENOUGH_WORDS,
    Mark,
    Member,
    PageRecord,
    Shingles,
    is_filler,
    leads_elsewhere,
    lemmas,
    linked_words,
    lists_others,
    mark,
    refresh_of,
    shingled,
    silenced,
    text_hash,
    text_mark,
    word_count,
)
from seo_audit.site.pages.similarity import Packed, packed
from seo_audit.source import Span, decode


class Finding(Struct, frozen=True):
    """A finding of a page's own audit."""

    page: str
    rule: str
    category: str
    severity: str
    line: int | None
    column: int | None
    message: str
    advice: str
    excerpt: str
    fingerprint: str


class Kept(Struct):
    """What is kept of a page."""

    pages: list[PageRecord] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    texts: list[Packed] = field(default_factory=list)


class PageAudits:
    """Audits of the pages of one site, one after the other."""

    def __init__(self, configuration: ShardConfiguration) -> None:
        self._configuration = configuration
        self._configurations = Configurations(configuration.given)
        self._reader = Reader()

    def keep(self, member: Member, content: bytes | SeoAuditError) -> Kept:
        """Audit a page; whatever goes wrong becomes its entry's error.

        Raises:
            ConfigError: the configuration is not understood.
        """
        language = self._configuration.language
        if isinstance(content, SeoAuditError):
            return _unreadable(member, content.say(language))
        reason = skipping.reason_of_bytes(member.path, content)
        if reason:
            return Kept([PageRecord(member.path, member.url, reason, bytes=len(content))])
        config = self._config(member)
        try:
            return self._audit(member, content, config)
        except SourceError as error:
            return _unreadable(member, error.say(language))
        except SeoAuditError:
            raise
        except Exception as error:  # noqa: BLE001  one page must not stop the others
            return _unreadable(member, one_line(error, 200))

    def _config(self, member: Member) -> Config:
        root, config = self._configuration.root, self._configuration.config
        if config is None:
            path = Path(root, member.path) if root else Path("page.html")
            config = self._configurations.config(path.absolute())
        config = replace(config, language=self._configuration.language)
        if self._configuration.kind != "content":
            # files of a built site are asked for by addresses, which the joins look up
            config = replace(config, root=None)
        return config

    def _audit(self, member: Member, content: bytes, config: Config) -> Kept:
        document, references = self._read(member, content, config)
        kept = Kept()
        if member.links_only or self._configuration.kind != "content":
            reason = skipping.EXCLUDED
            if not member.links_only:
                reason = skipping.reason_of_document(document)
            if reason:
                ids = tuple(sorted(document.ids))
                kept.pages.append(PageRecord(member.path, member.url, reason, ids=ids))
                kept.mentions += self._reader.mentions(member.path, document, references)
                return kept
        engine.check_size(document)
        settings = config.settings(document, plugins.rules())
        report = engine.judge_document(document, settings, Disk())
        keyphrase = settings.target.keyphrase or ""
        if keyphrase in (config.keyphrase, config.fallback_keyphrase):
            keyphrase = ""  # given for all pages: none declares it
        if _is_tag(document, keyphrase):
            keyphrase = ""
        texts = shingled(member.path, document)
        around = None if document.format != "html" else _words_around(document, references, texts)
        record = _record(member, document, report, texts, keyphrase)
        awaits = references.awaits_menus
        kept.pages.append(replace(record, template_words=around, awaits_menus=awaits))
        kept.mentions += self._reader.mentions(member.path, document, references)
        kept.findings += _findings(member.path, report, self._configuration.language)
        kept.facts += facts(member.path, document)
        if len(texts.words) >= ENOUGH_WORDS:
            kept.texts.append(packed(texts))
        return kept

    def _read(self, member: Member, content: bytes, config: Config) -> tuple[Document, References]:
        if self._configuration.kind == "content":
            path = Path(self._configuration.root, member.path)
            source = decode(content, name=member.path, path=path)
            if format_of(source.name, source.text) != "html":
                document = parse(source, config.parsing_for(source))
                return config.override(document), References()
        else:
            source = decode(content, name=member.path)
        from seo_audit.parsing.html import parser  # noqa: PLC0415  one format at a time

        document, references = parser.parse_page(source, content=config.content)
        return config.override(document), references


def killed(member: Member, configuration: ShardConfiguration) -> Kept:
    """The entry of a page that killed whoever audited it, twice."""
    error = SourceError(KILLED, name=member.path)
    return _unreadable(member, error.say(configuration.language))


def _unreadable(member: Member, error: str) -> Kept:
    return Kept([PageRecord(member.path, member.url, skipping.UNREADABLE, error)])


def _record(
    member: Member, document: Document, report: Report, texts: Shingles, keyphrase: str
) -> PageRecord:
    source, head, metadata = document.source, document.head, document.metadata
    h1 = next((one for one in document.headings if one.level == 1), None)
    title, description = metadata.title, metadata.description
    robots = [
        meta
        for meta in (head.metas_named("robots", "googlebot") if head else ())
        if {"noindex", "none"} & {one.strip() for one in meta.content.value.lower().split(",")}
    ]
    figures = report.figures
    assert figures
    keywords = metadata.keywords[0] if metadata.keywords else None
    meta_description = head.metas_named("description") if head else ()
    refresh = refresh_of(document)
    return PageRecord(
        path=member.path,
        url=member.url,
        bytes=len(source.text),
        format=document.format,
        title=" ".join(title.value.split()) if title else "",
        title_place=text_mark(
            source, title, head.title_spans[0] if head and head.title_spans else None
        ),
        description=" ".join(description.value.split()) if description else "",
        description_place=text_mark(
            source, description, meta_description[0].span if meta_description else None
        ),
        h1=" ".join(h1.text.value.split()) if h1 else "",
        h1_place=text_mark(source, h1.text, h1.span) if h1 else None,
        h1_leads=leads_elsewhere(document, h1),
        lang=(metadata.language.value.strip().lower() if metadata.language else ""),
        lang_place=text_mark(source, metadata.language, head.html_span if head else None),
        text_lang=_language(document, report, texts),
        keyphrase=keyphrase,
        keyphrase_lemmas=lemmas(keyphrase) if keyphrase else "",
        keyphrase_place=_keyphrase_place(document, keyphrase) or text_mark(source, keywords),
        noindex=bool(robots) or _is_kept_out(document),
        robots_place=mark(source, robots[0].span) if robots else None,
        said_url=_said(document, "url", "permalink"),
        said_slug=_said(document, "slug"),
        refresh=refresh[0] if refresh else None,
        canonicals=sum("canonical" in link.rel for link in head.links) if head else 0,
        words=len(texts.words),
        linked_words=linked_words(document),
        awaits_text=awaits_text(document, few=_FEW_CHARACTERS),
        lists_others=lists_others(document),
        text_hash=text_hash(texts.words),
        ids=tuple(sorted(document.ids)),
        silenced=silenced(document),
        score=report.score,
        score_limit=report.score_limit,
        errors=report.count(Severity.ERROR),
        warnings=report.count(Severity.WARNING),
        infos=report.count(Severity.INFO),
        broken=sum(verdict.error is not None for verdict in report.verdicts),
    )


_FEW_CHARACTERS = 1_200
"""Of the text around a list that a script is to write: as many as 200 words have, under which a page may be called thin."""


def _words_around(document: Document, references: References, texts: Shingles) -> int:
    """How many words stand around the main content and its heading."""
    heading = next((one.text.value for one in document.headings if one.level == 1), "")
    return max(references.words - len(texts.words) - word_count(heading), 0)


def _said(document: Document, *keys: str) -> str:
    """What front matter says under one of these keys, where it is a text that no template fills in."""
    entry = document.front_matter.get(*keys) if document.front_matter else None
    value = entry.value if entry else None
    return value.strip() if isinstance(value, str) and not set(value) & set(":{}") else ""


def _language(document: Document, report: Report, texts: Shingles) -> str:
    """The language of the text, where there is enough of it to tell."""
    if len(texts.words) < ENOUGH_WORDS or is_filler(document) or report.figures is None:
        return ""
    found = _found_language(document, report)
    tag = document.metadata.language
    # it is asked of few pages: those that say otherwise
    return "" if tag and contradicts(tag.value, found) and not _is_said(document, found) else found


def _found_language(document: Document, report: Report) -> str:
    assert report.figures
    marked = [block for block in document.blocks if block.language]
    if not marked:
        return report.figures.language
    # what says of itself which language it is in says nothing of the page's
    own = "\n".join(block.text.value for block in document.blocks if not block.language)
    return detect_language(own)[0] if len(own.split()) >= ENOUGH_WORDS else ""


_SENTENCE = 4
"""Words from which a part of a page may be a sentence; fewer are a name, a field of a form, a word of a list."""


def _is_said(document: Document, language: str) -> bool:
    """Whether sentences of a page are in the language that its text as a whole was found to be in.

    Lists of names, labels, code and what is typed to fill a page are in none, and chance decides which they are taken for.
    """
    said = 0
    for block in document.blocks:
        text = block.text.value
        count = len(text.split())
        if count >= _SENTENCE and not block.language and detect_language(text)[0] == language:
            said += count
            if 2 * said >= ENOUGH_WORDS:
                return True
    return False


def _is_tag(document: Document, keyphrase: str) -> bool:
    """Whether a keyphrase is but a word, the first of a page's many `keywords`: generators write its tags there."""
    keywords = document.metadata.keywords
    is_first = len(keywords) > 1 and keywords[0].value == keyphrase
    return is_first and document.head is not None and " " not in keyphrase.strip()


def _keyphrase_place(document: Document, keyphrase: str) -> Mark | None:
    """Where front matter declares a keyphrase."""
    entry = document.front_matter.get("seo", "keyphrase") if document.front_matter else None
    if entry is None or not keyphrase:
        return None
    text, start = document.source.text, entry.span.start
    # what stands before the key may hold its words too
    at = text.find(keyphrase, max(text.find("keyphrase", start), start))
    if at < 0:
        return mark(document.source, entry.span)
    return mark(document.source, Span(at, at + len(keyphrase)))


def _is_kept_out(document: Document) -> bool:
    """Whether front matter says that the page is not to be found: a draft, or noindex."""
    if not document.front_matter:
        return False
    entry = document.front_matter.get("robots")
    if entry and "noindex" in str(entry.value).lower():
        return True
    return any(
        (entry := document.front_matter.get(key)) is not None and entry.value is True
        for key in ("draft", "noindex", "brouillon")
    )


def _findings(path: str, report: Report, language: Language) -> Iterator[Finding]:
    for verdict, finding in report.findings:
        place = finding.place
        yield Finding(
            path,
            verdict.rule,
            verdict.category.value,
            finding.severity.value,
            place.line if place else None,
            place.column if place else None,
            finding.message(language),
            finding.advice(language),
            finding.excerpt,
            finding.fingerprint,
        )
