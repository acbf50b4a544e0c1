"""Shards on this machine: in this process, or in several that are watched over."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from seo_audit.site import run_folder
from seo_audit.site.configuration import ShardConfiguration
from seo_audit.site.shard import Shard, audit_shard, give_up, halves

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
    run = run_folder.at(configuration.run)
    halved = run.halved()
    waiting = [part for shard in shards for part in _parts(shard, configuration, halved)]
    while waiting:
        there = run.shards()
        done = {shard.name for shard in waiting if shard.name in there}
        missing = [shard for shard in waiting if shard.name not in done]
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
                # a run that goes on need not lose two workers to find out again
                run.halve(shard.name)
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


def _parts(
    shard: Shard, configuration: ShardConfiguration, halved: Collection[str]
) -> Sequence[Shard]:
    """A shard, or the halves that it was known to fall into."""
    parts, waiting = [], [shard]
    while waiting:
        one = waiting.pop()
        if len(one.members) > 1 and one.name in halved:
            waiting.extend(halves(one, configuration))
        else:
            parts.append(one)
    return parts
