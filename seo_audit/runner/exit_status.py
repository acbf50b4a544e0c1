"""What a run ends with, as the shell sees it."""

PASSED = 0
FAILED = 1
"""An article failed the gate."""
WRONG = 2
"""Usage, configuration, an unreadable input, or a broken rule."""
INTERRUPTED = 130
"""Ctrl-C: 128 and the number of SIGINT."""
TERMINATED = 143
"""SIGTERM: 128 and its number."""
