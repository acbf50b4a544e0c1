"""The console script: `seo-audit`, `python -m seo_audit`."""

import gc
import os
import sys


def main() -> None:
    """Run the command line and exit with its status."""
    # what is loaded now stays: looking through it for garbage costs a tenth of a short audit
    gc.disable()
    from seo_audit.lazy import spare_imports

    spare_imports()
    from seo_audit.cli.main import end_on_sigterm
    from seo_audit.cli.main import main as run

    end_on_sigterm()
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    # `python -m` looks for modules in the working folder first: a click.py among the articles would be run
    if not sys.flags.safe_path and sys.path and sys.path[0] == os.getcwd():  # noqa: PTH109  as Python set it
        del sys.path[0]
    main()
