"""What a rule is: one module with documentation, options, messages, and a function `check`; of an article, or of a site."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

from msgspec import Struct, field
from msgspec.structs import replace

from seo_audit.message import Language, Message, Value
from seo_audit.source import Span

if TYPE_CHECKING:
    from seo_audit.document import Document
    from seo_audit.measures import Measures


class Category(StrEnum):
    """The groups rules are listed and scored in."""

    CONTENT = "content"
    STRUCTURE = "structure"
    METADATA = "metadata"
    KEYPHRASE = "keyphrase"
    LINKS = "links"
    MEDIA = "media"
    READABILITY = "readability"
    TYPOGRAPHY = "typography"
    BRIEF = "brief"
    SITE = "site"
    """Of rules that see all pages of a site, never one article."""


OF_FRENCH = frozenset({Category.READABILITY, Category.TYPOGRAPHY})
"""The groups whose rules judge French, and nothing that says it is in another language."""


class Severity(StrEnum):
    """How much a finding matters, gravest first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return _RANKS[self]


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class Evidence(StrEnum):
    """Who says that it matters."""

    GOOGLE = "A"
    STANDARD = "B"
    TOOLS = "C"
    FOLKLORE = "D"

    @property
    def weight(self) -> int:
        """What a rule of this evidence weighs in the score, unless it says otherwise."""
        return {"A": 3, "B": 3, "C": 2, "D": 1}[self.value]


class Reference(Struct, frozen=True):
    """Who says so: a document one can open."""

    title: str
    url: str = ""


class Basis(Struct, frozen=True):
    """Why an option has the default it has, and who says so; its limits; its value by profile.

    `profiles` maps a profile's name to the default there. `at_least` and `at_most` are inclusive.
    """

    why: Message
    who: Reference | None = None
    at_least: float | None = None
    at_most: float | None = None
    profiles: Mapping[str, Any] = field(default_factory=dict)


class NoOptions(Struct, frozen=True):
    """For a rule that has nothing to set."""


class Fault(Struct, frozen=True):
    """A kind of fault: what was found, and what to do about it, one sentence each."""

    message: Message
    advice: Message

    def at(self, span: Span | None, severity: Severity | None = None, **values: Value) -> "Finding":
        """The fault at a place (None: the article as a whole), with its figures."""
        return Finding(self, span, values, severity)


class Edit(Struct, frozen=True, order=True):
    """The characters `start` to `end` (exclusive) of the decoded source become `text`.

    Equal ones insert; an empty text removes. `text` is as it is to stand in the file.
    """

    start: int
    end: int
    text: str


class Fix(Struct, frozen=True):
    """What mends a finding: edits that do not overlap, in order.

    A safe fix changes neither meaning, structure nor address, and is written without asking; each of its edits
    stands for itself. A suggestion (`safe` False) is taken whole or not at all; `why` says what to look at first.
    """

    edits: tuple[Edit, ...]
    safe: bool = True
    why: Message | None = None


class Finding(Struct, frozen=True):
    """A fault found at a place. `severity` is set where it differs from the rule's.

    `related` are other places that belong to it: the first of two equal headings, say. `fix` mends it, in
    every place it is about; None where that takes words, facts or a decision.
    """

    fault: Fault
    span: Span | None
    values: Mapping[str, Value]
    severity: Severity | None = None
    related: tuple[Span, ...] = ()
    fix: Fix | None = None

    def mended_by(self, fix: Fix | None) -> "Finding":
        """The finding with what mends it."""
        return replace(self, fix=fix)

    def message(self, language: Language) -> str:
        """What was found."""
        return self.fault.message.say(language, self.values)

    def advice(self, language: Language) -> str:
        """What to do."""
        return self.fault.advice.say(language, self.values)


Check = Callable[["Document", "Measures", Any], Iterable[Finding]]
Applies = Callable[["Document", "Measures"], bool]
Wanted = Callable[["Document", Any], bool]


def _always(_document: "Document", _measures: "Measures") -> bool:
    return True


def _any_options(_document: "Document", _options: Any) -> bool:
    return True


class Rule(Struct, frozen=True):
    """A rule as its module declares it, under the name RULE.

    `category`, `id` and `doc` are filled in when it is found: its folder, the module's name with hyphens, and its
    docstring, whose fenced examples are run by the tests. A rule of another package names its category. `what` says in a sentence what it finds; `why`, why
    that matters and how sure we are. `evidence` is None where neither proof nor convention is
    claimed (a house's own choice). `applies` answers whether there is anything to judge: a rule
    that does not apply is skipped, not passed; so is one whose options ask nothing of such an article
    (`wanted`: a house's choice that was not made, a format left to its generator). `on_in` names the profiles in which a rule that is
    off otherwise is on; None means on everywhere.
    """

    title: Message
    what: Message
    why: Message
    severity: Severity
    evidence: Evidence | None
    references: tuple[Reference, ...]
    check: Check
    options: type = NoOptions
    applies: Applies = _always
    wanted: Wanted = _any_options
    weight: float | None = None
    on_in: frozenset[str] | None = None
    answers: tuple[str, ...] = ()
    """Keys of a brief that it answers."""
    without_article: bool = False
    """Whether it is asked of a page, too, that holds no article."""
    over_optimisation: bool = False
    """Its findings are shown apart and stay out of the score's mean (keyphrase stuffing)."""
    category: Category = Category.CONTENT
    id: str = ""
    doc: str = ""

    @property
    def points(self) -> float:
        """What the rule weighs in the score."""
        if self.weight is not None:
            return self.weight
        return self.evidence.weight if self.evidence else Evidence.TOOLS.weight


# -- of a whole site


class Spot(Struct, frozen=True, gc=False):
    """A place on a site: a page and what stands where in it, or a line of a sitemap or of a file of redirects.

    `url` is the page's path from the host, None where the file is no page; `path` is the file's. Lines and columns
    count from 1, offsets from 0, ends are exclusive; all are None where the page as a whole is meant.
    """

    url: str | None
    path: str
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    offset: int | None = None
    end_offset: int | None = None
    excerpt: str = ""


class SiteFinding(Struct, frozen=True, gc=False):
    """A fault of a site: what it is about (never a line: it makes the fingerprint), its places, and what they name.

    Places that may be many are `seo_audit.rule_support.site.packed`.
    `target` is the address that the link, canonical, alternate or sitemap entry names: the path from the host where it
    is on the site, else as written.
    """

    fault: Fault
    spots: Sequence[Spot]
    values: Mapping[str, Value]
    about: str
    target: str | None = None
    severity: Severity | None = None

    @property
    def pages(self) -> int:
        """How many pages, or other files, it is about."""
        return len({spot.path for spot in self.spots})

    def message(self, language: Language) -> str:
        """What was found."""
        return self.fault.message.say(language, self.values)

    def advice(self, language: Language) -> str:
        """What to do."""
        return self.fault.advice.say(language, self.values)


class Site(Protocol):
    """A whole site as its rules see it: tables, which docs/site.md describes."""

    @property
    def is_built(self) -> bool:
        """Whether these are the pages that readers get, with their menus; not the sources of a generator."""

    @property
    def has_sitemap(self) -> bool:
        """Whether there is a sitemap that could be read."""

    def rows(self, query: str, *parameters: Any) -> Iterable[tuple[Any, ...]]:
        """What a query in SQL finds, row by row, in the order that it asks for."""


SiteCheck = Callable[[Site, Any], Iterable[SiteFinding]]


class SiteRule(Struct, frozen=True):
    """A rule about a whole site, as its module declares it under the name RULE; fields as those of `Rule`.

    `needs_build` says that it means nothing for the sources of a site: they have no menus nor addresses of their own.
    `a_group` says that a finding needs two pages: where one of two is silenced, nothing remains.
    """

    title: Message
    what: Message
    why: Message
    severity: Severity
    evidence: Evidence | None
    references: tuple[Reference, ...]
    check: SiteCheck
    options: type = NoOptions
    needs_build: bool = True
    a_group: bool = False
    on_in: frozenset[str] | None = None
    category: Category = Category.SITE
    id: str = ""
    doc: str = ""
