"""The work of a shard: some pages audited, and what is kept of them written into the run's folder.

`audit_shard` is one function of (shard, configuration). It keeps nothing and talks to nobody, so any machine that sees
the pages and the folder may call it, in any order, twice over if need be: it ends with the same files.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from hashlib import blake2b
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import astuple

from seo_audit.errors import ConfigError
from seo_audit.message import Message
from seo_audit.site import run_folder
from seo_audit.site.configuration import ShardConfiguration, digest
from seo_audit.site.pages.record import Member
from seo_audit.site.sources.folders import content_of
from seo_audit.version import __version__

if TYPE_CHECKING:
    from seo_audit.site.pages.page_audit import Kept

# what audits pages and writes tables is imported when a shard is done: a run that finds all of them needs none of it

OTHER_VERSION = Message(
    fr="ce travail vient de seo-audit {wanted}, un ouvrier a la version {found}",
    en="this work comes from seo-audit {wanted}, a worker has version {found}",
)

LARGEST = 500
"""Pages of a shard: half a minute of work, and a megabyte of records."""
FEWEST, SMALLEST = 16, 8
"""Shards of a site that has enough pages for so many, and the fewest pages that make it worth while."""


class Shard(Struct, frozen=True):
    """Some pages of a site, and the name under which what is kept of them lies in the run's folder."""

    name: str
    members: tuple[Member, ...]
    is_half: bool = False
    """Part of one that killed whoever did it: it may do so again."""


def shards_of(members: Sequence[Member], configuration: ShardConfiguration) -> Iterator[Shard]:
    """The shards of a site: each page falls into one by its name, so that an added page changes one shard only.

    Pages of archives stay together by the archive and in its order: it is read from front to back.
    """
    fingerprint = configuration.fingerprint
    in_order = configuration.kind == "crawl"
    for group in _neighbours(members) if in_order else _by_name(members):
        if group:
            yield Shard(_name(group, fingerprint), tuple(group))


def _by_name(members: Sequence[Member]) -> list[list[Member]]:
    count = 1
    while len(members) > count * LARGEST:
        count *= 2
    if count < FEWEST and len(members) > FEWEST * SMALLEST:
        count = FEWEST
    groups: list[list[Member]] = [[] for _ in range(count)]
    for member in members:
        name = member.path.encode("utf-8", "surrogatepass")
        number = int.from_bytes(blake2b(name, digest_size=4).digest(), "big")
        groups[number % count].append(member)
    return groups


def _neighbours(members: Sequence[Member]) -> Iterator[list[Member]]:
    group: list[Member] = []
    for member in members:
        if group and (len(group) >= LARGEST or group[-1].file != member.file):
            yield group
            group = []
        group.append(member)
    yield group


def _name(members: Sequence[Member], fingerprint: str) -> str:
    """A digest of the members, the configuration and the tool's version."""
    return digest(repr((fingerprint, [astuple(one) for one in members])))


def halves(shard: Shard, configuration: ShardConfiguration) -> tuple[Shard, ...]:
    """A shard that kills its worker, in two; one of a single page stays as it is."""
    half = len(shard.members) // 2
    if not half:
        return (shard,)
    fingerprint = configuration.fingerprint
    parts = shard.members[:half], shard.members[half:]
    return tuple(Shard(_name(part, fingerprint), part, is_half=True) for part in parts)


def is_done(shard: Shard, configuration: ShardConfiguration) -> bool:
    """Whether what is kept of a shard is there."""
    return run_folder.at(configuration.run).has(shard.name)


def audit_shard(shard: Shard, configuration: ShardConfiguration) -> str:
    """Audit the pages of a shard and write what is kept of them; the shard's name.

    It is there whole or not at all. One that is there is left as it is.

    Raises:
        OSError: the run's folder cannot be written.
        OutputError: the same, where it is at an address.
        SourceError: an archive cannot be opened.
        ConfigError: the configuration is not understood, or another version of the tool made it.
    """
    if configuration.version != __version__:
        raise ConfigError(OTHER_VERSION, wanted=configuration.version, found=__version__)
    if not is_done(shard, configuration):
        from seo_audit.site.pages.page_audit import PageAudits  # noqa: PLC0415

        audits = PageAudits(configuration)
        contents = content_of(shard.members, configuration.root)
        _write(shard, configuration, (audits.keep(*one) for one in contents))
    return shard.name


def give_up(shard: Shard, configuration: ShardConfiguration) -> str:
    """Write a shard of pages that killed their worker twice: an entry with that error for each; the shard's name."""
    from seo_audit.site.pages.page_audit import killed  # noqa: PLC0415

    _write(shard, configuration, (killed(member, configuration) for member in shard.members))
    return shard.name


def _write(shard: Shard, configuration: ShardConfiguration, kept: "Iterable[Kept]") -> None:
    from seo_audit.site.joins import tables  # noqa: PLC0415

    run_folder.at(configuration.run).add(shard.name, partial(tables.write_shard, kept=kept))
