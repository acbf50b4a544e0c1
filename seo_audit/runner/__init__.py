"""Many files: discovery, audits in processes, cache, report files."""
