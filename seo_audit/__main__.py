"""The console script: `seo-audit`, `python -m seo_audit`. What is not needed is not imported."""

import os
import sys


def main() -> None:
    """Run the command line and exit with its status."""
    language = _asks_help(sys.argv[1:])
    if language and sys.stdout and "_SEO_AUDIT_COMPLETE" not in os.environ:
        _show_help(language)
        sys.exit(0)
    import gc

    # what is loaded now stays: looking through it for garbage costs a tenth of a short audit
    gc.disable()
    from seo_audit.lazy import import_late

    # libraries import these for what a run seldom comes to
    for name in ("inspect", "ipaddress", "traceback"):
        import_late(name)
    from seo_audit.cli import main as command_line

    _leave(command_line.main(sys.argv[1:]))


def _leave(status: int) -> None:
    """Exit, and let the system take back memory at once: to free it piece by piece takes as long as a short article."""
    if not _is_the_program():
        sys.exit(status)
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream:  # one may be closed
                stream.flush()
    except (OSError, ValueError):
        sys.exit(status)  # says what is wrong
    os._exit(status)


def _is_the_program() -> bool:
    """Whether nobody called us who has more to do."""
    file = getattr(sys.modules["__main__"], "__file__", None)
    return file is not None and (file == __file__ or os.path.basename(file) == "seo-audit")  # noqa: PTH119  as below


def _asks_help(arguments: list[str]) -> str | None:
    """The language of the help, where the command line asks for nothing else."""
    languages = {
        (): "fr",
        ("--lang", "fr"): "fr",
        ("--lang=fr",): "fr",
        ("--lang", "en"): "en",
        ("--lang=en",): "en",
    }
    rest = tuple(argument for argument in arguments if argument not in ("--help", "-h"))
    return languages.get(rest) if len(rest) < len(arguments) else None


def _show_help(language: str) -> None:
    """Write the stored help: click would say the same, and take three times as long."""
    name = os.path.join(os.path.dirname(__file__), "cli", f"help.{language}.txt")  # noqa: PTH118, PTH120
    with open(name, "rb") as file:  # noqa: PTH123  pathlib costs more than all the rest
        content = file.read()
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    # `python -m` looks for modules in the working folder first: a click.py among the articles would be run
    if not sys.flags.safe_path and sys.path and sys.path[0] == os.getcwd():  # noqa: PTH109  as Python set it
        del sys.path[0]
    main()
