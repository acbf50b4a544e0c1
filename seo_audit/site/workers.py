"""Shards on this machine: in this process, or in several that are watched over."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from seo_audit.site.configuration import ShardConfiguration
from seo_audit.site.shard import Shard, audit_shard, give_up, halves, is_done

HALVED = ".halved"
"""What the name of a file ends with that remembers: this shard kills whoever does it as a whole."""

Step = Callable[[int], None]
"""Is told how many more pages are done."""


Done = Callable[[Sequence[Shard], ShardConfiguration], Iterable[tuple[Shard, str]]]
"""Has shards done: each with its name, in any order; with "" where it kills whoever does it."""


def audit_all(
    shards: Iterable[Shard], configuration: ShardConfiguration, done_by: Done, step: Step
) -> list[str]:
    """Do all shards that are not done yet; the names of those that hold the site.

    A shard that kills whoever does it is halved, down to the page, which becomes an entry with that error.
    """
    names: list[str] = []
    waiting = [part for shard in shards for part in _parts(shard, configuration)]
    while waiting:
        missing = [shard for shard in waiting if not is_done(shard, configuration)]
        done = {shard.name for shard in waiting} - {shard.name for shard in missing}
        for shard in waiting:
            if shard.name in done:
                names.append(shard.name)
                step(len(shard.members))
        waiting = []
        for shard, name in done_by(missing, configuration) if missing else ():
            if name:
                names.append(name)
                step(len(shard.members))
            elif len(shard.members) == 1:
                names.append(give_up(shard, configuration))
                step(1)
            else:
                remember_halved(shard, configuration)
                waiting += halves(shard, configuration)
    return names


def done_here(
    jobs: int, shards: Sequence[Shard], configuration: ShardConfiguration
) -> Iterator[tuple[Shard, str]]:
    """Shards done in this process, or in so many others. One that kills its process is done again, alone."""
    names: Iterable[str]
    if jobs <= 1:
        names = (audit_shard(shard, configuration) for shard in shards)
    else:
        from seo_audit.runner.processes import in_order  # noqa: PLC0415  not for a run that finds all shards

        names = in_order(audit_shard, ((shard, configuration) for shard in shards), jobs, _lost)
    return zip(shards, names, strict=True)


def _lost(_shard: Shard, _configuration: ShardConfiguration) -> str:
    return ""


def remember_halved(shard: Shard, configuration: ShardConfiguration) -> None:
    """Note that a shard is to be done in halves: a run that goes on need not lose two workers to find out again."""
    folder = Path(configuration.run, "shards")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{shard.name}{HALVED}").touch()


def _parts(shard: Shard, configuration: ShardConfiguration) -> Sequence[Shard]:
    """A shard, or the halves that it was known to fall into."""
    folder = Path(configuration.run, "shards")
    parts, waiting = [], [shard]
    while waiting:
        one = waiting.pop()
        if len(one.members) > 1 and (folder / f"{one.name}{HALVED}").exists():
            waiting.extend(halves(one, configuration))
        else:
            parts.append(one)
    return parts
