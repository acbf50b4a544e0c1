"""Shards on this machine: in this process, or in several that are watched over."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from seo_audit.runner.processes import in_order
from seo_audit.site.configuration import ShardConfiguration
from seo_audit.site.shard import Shard, audit_shard, give_up, halves, is_done

HALVED = ".halved"
"""What the name of a file ends with that remembers: this shard kills whoever does it as a whole."""

Step = Callable[[int], None]
"""Is told how many more pages are done."""


def audit_all(
    shards: Iterable[Shard], configuration: ShardConfiguration, jobs: int, step: Step
) -> list[str]:
    """Do all shards that are not done yet; the names of those that hold the site.

    Where a process is killed its shard is done again, alone; when it is killed once more the shard is halved, down to
    the page, which becomes an entry with that error.
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
        for shard, name in zip(missing, _done(missing, configuration, jobs), strict=True):
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


def _done(shards: Sequence[Shard], configuration: ShardConfiguration, jobs: int) -> Iterable[str]:
    """The names of shards as they are done; "" for one that killed its process twice."""
    if jobs <= 1:
        return (audit_shard(shard, configuration) for shard in shards)
    return in_order(audit_shard, ((shard, configuration) for shard in shards), jobs, _lost)


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
