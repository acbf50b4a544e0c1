"""A shard's work that kills the process which has a certain page, for processes of their own."""

import os
import signal

from seo_audit.site.configuration import ShardConfiguration
from seo_audit.site.shard import Shard, audit_shard


def audited(shard: Shard, configuration: ShardConfiguration) -> str:
    if any(member.path == "tueuse.html" for member in shard.members):
        os.kill(os.getpid(), signal.SIGKILL)
    return audit_shard(shard, configuration)
