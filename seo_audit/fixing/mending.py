"""An article mended: audited, edited, proved, audited again, until nothing more can be done."""

from collections.abc import Sequence

from msgspec import Struct

from seo_audit import engine
from seo_audit.analysis.look_ups import Disk
from seo_audit.config.config import Config
from seo_audit.document import Document, Format
from seo_audit.errors import SeoAuditError
from seo_audit.fixing.composing import Piece, applied, edits_of, proposed
from seo_audit.fixing.proof import differences
from seo_audit.judging.edited_text import Places
from seo_audit.report import PlacedFinding, Report
from seo_audit.rule import Edit
from seo_audit.source import Source

PASSES = 10
"""How often an article is mended anew: what two fixes want of one place is done one after the other."""

PROOFS = 24
"""How often a pass tries which edits spoil the article, before it leaves the others out too."""


class Pass(Struct, frozen=True):
    """What one pass did: the report before, the pieces that were made, the report after."""

    before: Report
    pieces: tuple[Piece, ...]
    after: Report

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The edits, in order."""
        return edits_of(self.pieces)


class Mended(Struct, frozen=True):
    """What became of an article: what it was, what it is, and how."""

    source: Source
    first: Report
    report: Report
    passes: tuple[Pass, ...] = ()

    @property
    def applied(self) -> tuple[PlacedFinding, ...]:
        """The findings that were mended, each as it was found, wholly or in some of its places."""
        found = []
        for one in self.passes:
            seen: set[int] = set()
            for piece in one.pieces:
                if id(piece.finding) not in seen:
                    seen.add(id(piece.finding))
                    found.append(piece.finding)
        return tuple(found)


def mend(
    source: Source,
    config: Config,
    format: Format | None = None,  # noqa: A002
    *,
    unsafe: bool = False,
    disk: Disk | None = None,
) -> Mended:
    """Mend an article, by safe fixes, and by suggestions where `unsafe`; nothing is written.

    Raises:
        SourceError: the article cannot be read.
        ConfigError: its settings are wrong.
    """
    document = engine.read(source, config, format)
    report = first = engine.audit_document(document, config, disk)
    passes: list[Pass] = []
    while len(passes) < PASSES:
        proof = _Proof(document, config, format)
        offered = proposed(report, unsafe=unsafe)
        pieces = proof.largest(offered)
        if len(pieces) < len(offered):
            # what waited for those that cannot be made need not wait
            spoiling = {piece.edits for piece in offered} - {piece.edits for piece in pieces}
            pieces = proof.largest(proposed(report, unsafe=unsafe, without=spoiling))
        if not pieces:
            break
        document = proof.document
        after = engine.audit_document(document, config, disk)
        passes.append(Pass(report, pieces, after))
        report = after
    return Mended(document.source, first, report, tuple(passes))


class _Proof:
    """Which edits may be made together of a document, and the document they make."""

    def __init__(self, document: Document, config: Config, format: Format | None) -> None:  # noqa: A002
        self._old = document
        self._config = config
        self._format = format
        self._left = PROOFS
        self.document = document

    def largest(self, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
        """As many of the pieces as leave the article whole, in their order; `document` is what they make."""
        if not pieces:
            return ()
        wrong = self._try(pieces)
        if wrong is None:
            return tuple(pieces)
        if wrong:
            places = [Places(self._old.blocks[number].text) for number in wrong]
            rest = [piece for piece in pieces if not _is_within(places, piece)]
            if rest and self._try(rest) is None:
                return tuple(rest)
        return tuple(self._halves([], pieces))

    def _halves(self, kept: list[Piece], pieces: Sequence[Piece]) -> list[Piece]:
        """`kept`, which is proved, with as many of the pieces as go together with it."""
        half = (len(pieces) + 1) // 2
        for some in (pieces[:half], pieces[half:]):
            if not some or self._left <= 0:
                continue
            together = sorted((*kept, *some), key=_place)
            if self._try(together) is None:
                kept = together
            elif len(some) > 1:
                kept = self._halves(kept, some)
        return kept

    def _try(self, pieces: Sequence[Piece]) -> frozenset[int] | None:
        self._left -= 1
        edits = edits_of(pieces)
        old = self._old.source
        source = Source(applied(old.text, edits), old.name, old.path, old.encoding)
        try:
            document = engine.read(source, self._config, self._format or self._old.format)
        except SeoAuditError:
            return frozenset()
        wrong = differences(self._old, document, edits)
        if wrong is None:
            self.document = document
        return wrong


def _is_within(places: Sequence[Places], piece: Piece) -> bool:
    return any(place.indices(edit) for place in places for edit in piece.edits)


def _place(piece: Piece) -> Edit:
    return piece.edits[0]
