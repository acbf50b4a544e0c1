"""Work for processes of their own: one word kills the process that takes it."""

import os
import signal


def shouted(text: str) -> str:
    if text == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    return text.upper()


def lost(text: str) -> str:
    return f"lost {text}"
