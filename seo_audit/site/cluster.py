"""Shards on a Dask cluster. The only module with Dask.

Nothing travels but shards and their configuration, and the shards' names back: what is kept of pages is written by the
workers to the run's folder, which all of them share or write to at an address.
"""

import logging
import os
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from importlib.metadata import version
from typing import Any

from distributed import CancelledError, Client, Future, KilledWorker, as_completed
from distributed.comm.core import CommClosedError

from seo_audit.errors import OutputError, SeoAuditError, one_line
from seo_audit.message import Message
from seo_audit.site import storage
from seo_audit.site.configuration import ShardConfiguration
from seo_audit.site.shard import Shard, audit_shard, is_done
from seo_audit.version import __version__

NO_SCHEDULER = Message(
    fr="--workers {address} : aucun planificateur Dask ne répond à cette adresse ({reason})",
    en="--workers {address}: no Dask scheduler answers at this address ({reason})",
)
LOST_SCHEDULER = Message(
    fr="--workers {address} : le planificateur ne répond plus ; avec le même --run, le passage reprend où il en était",
    en="--workers {address}: the scheduler does not answer any more; with the same --run, the run goes on from there",
)
NO_WORKERS = Message(
    fr="--workers {address} : le planificateur n’a aucun ouvrier ; lancez « dask worker {address} »",
    en="--workers {address}: the scheduler has no worker; start “dask worker {address}”",
)
OTHER_VERSION = Message(
    fr="--workers {address} : l’ouvrier {worker} a la version {found} de seo-audit, il faut la {wanted}",
    en="--workers {address}: the worker {worker} has version {found} of seo-audit, {wanted} is needed",
)
NOT_INSTALLED = Message(
    fr="--workers {address} : l’ouvrier {worker} n’a pas seo-audit {wanted}",
    en="--workers {address}: the worker {worker} does not have seo-audit {wanted}",
)
NOT_SHARED = Message(
    fr="--workers {address} : l’ouvrier {worker} ne voit pas {name} ; les ouvriers lisent et écrivent un dossier partagé (--run)",
    en="--workers {address}: the worker {worker} does not see {name}; workers read and write a shared folder (--run)",
)
FAILED = Message(
    fr="--workers {address} : un ouvrier n’a pu faire sa part ({reason})",
    en="--workers {address}: a worker could not do its part ({reason})",
)

PATIENCE = 20.0
"""Seconds in which a scheduler must answer, and the first worker must be there."""
IN_FLIGHT = 3
"""Shards given to each thread of the cluster before one comes back: enough that none waits, few to do again."""
RETRIES = 2
"""Times that a shard is tried again after an error of the system, such as a folder on the network that hiccups."""


def done_on(
    address: str, shards: Sequence[Shard], configuration: ShardConfiguration
) -> Iterator[tuple[Shard, str]]:
    """Each shard with its name as the cluster at `address` has done it, in any order.

    A worker that is killed costs nothing but its shard's time: the scheduler gives it to another. A shard that kills
    one after the other is done once more alone, so that nothing else is blamed; its name is "" when it kills them again.
    Halves of such a one are done alone from the start: one of them kills, and what runs beside it is lost with the worker.

    Raises:
        SeoAuditError: no scheduler, no worker, one of another version, or one that does not see the folders.
    """
    # what goes wrong is raised and said in one line: Dask's log would stand among ours
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        client = _Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, ImportError, TypeError) as error:
        raise SeoAuditError(NO_SCHEDULER, address=address, reason=one_line(error)) from error
    with client:
        try:
            files = {member.file for shard in shards for member in shard.members}
            _check(client, address, configuration, sorted(files))
            suspects = yield from _together(client, address, shards, configuration)
            for shard in suspects:
                yield shard, _alone(client, address, shard, configuration)
        except (OSError, CancelledError) as error:
            # files of ours are written by workers, whose errors `_name` tells: these are the connection's
            raise SeoAuditError(LOST_SCHEDULER, address=address) from error


class _Client(Client):
    """A client that is not closed when it could not be opened: Dask waits for that, and says on the way out that it did."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        try:
            super().__init__(*arguments, **options)  # type: ignore[no-untyped-call]  # Dask’s
        except BaseException:
            self.status = "closed"
            raise


def _check(
    client: Client, address: str, configuration: ShardConfiguration, files: Iterable[str]
) -> None:
    """Refuse a cluster that cannot do the work, before it is given any. `files` are archives that it will read."""
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError as error:
        raise SeoAuditError(NO_WORKERS, address=address) from error
    # functions of Python's own: a worker that has no seo-audit understands them too
    for worker, found in client.run(version, "seo-audit", on_error="return").items():
        if isinstance(found, Exception):
            raise SeoAuditError(NOT_INSTALLED, address=address, worker=worker, wanted=__version__)
        if found != __version__:
            raise SeoAuditError(
                OTHER_VERSION, address=address, worker=worker, found=found, wanted=__version__
            )
    places = tuple(dict.fromkeys((configuration.run, configuration.root, *files)))
    unseen: Mapping[str, str] = client.run(_unseen, tuple(filter(None, places)))
    for worker, name in unseen.items():
        if name:
            raise OutputError(NOT_SHARED, address=address, worker=worker, name=name)


def _unseen(places: Sequence[str]) -> str:
    """On a worker: the first of these files and folders that it does not see, and why; "" when it sees all."""
    for place in places:
        if not storage.is_address(place):
            if not os.path.exists(place):  # noqa: PTH110  a name that need not be a path of this system
                return storage.printable(place)
            continue
        try:
            storage.look_at(place)
        except SeoAuditError as error:
            return str(error)
    return ""


def _together(
    client: Client, address: str, shards: Sequence[Shard], configuration: ShardConfiguration
) -> Generator[tuple[Shard, str], None, list[Shard]]:
    """Shards as they are done; returned are those that killed one worker after the other, or may do so."""
    waiting = deque(shard for shard in shards if not shard.is_half)
    suspects = [shard for shard in shards if shard.is_half]
    under_way: dict[object, Shard] = {}
    answers = as_completed(loop=client.loop)

    def give() -> None:
        room = IN_FLIGHT * max(1, sum(client.nthreads().values()))
        while waiting and len(under_way) < room:
            shard = waiting.popleft()
            future = _submitted(client, shard, configuration)
            under_way[future.key] = shard
            answers.add(future)

    give()
    for future in answers:
        shard = under_way.pop(future.key)
        name = _name(future, address, shard, configuration)
        future.release()
        give()
        if name:
            yield shard, name
        else:
            suspects.append(shard)
    return suspects


def _alone(client: Client, address: str, shard: Shard, configuration: ShardConfiguration) -> str:
    """The name of a shard that is done while nothing else is; "" when it kills its workers."""
    return _name(_submitted(client, shard, configuration), address, shard, configuration)


def _submitted(client: Client, shard: Shard, configuration: ShardConfiguration) -> "Future[str]":
    # not pure: the same shard may be asked for again, when what it wrote was taken away
    return client.submit(audit_shard, shard, configuration, pure=False, retries=RETRIES)


def _name(
    future: "Future[str]", address: str, shard: Shard, configuration: ShardConfiguration
) -> str:
    """The name of a shard that is done; "" when it killed its workers."""
    try:
        name = future.result()
    except KilledWorker:
        return ""
    except (SeoAuditError, CancelledError, CommClosedError):
        raise
    except Exception as error:
        # whatever a worker of another make raises, it is the cluster that is at fault
        raise SeoAuditError(FAILED, address=address, reason=one_line(error)) from error
    if not is_done(shard, configuration):
        raise OutputError(
            NOT_SHARED,
            address=address,
            worker=str(future.key),
            name=storage.printable(configuration.run),
        )
    return name
