"""The console script: `seo-audit`, `python -m seo_audit`. What is not needed is not imported."""

import sys


def main() -> None:
    """Run the command line and exit with its status."""
    from seo_audit import cli

    sys.exit(cli.main(sys.argv[1:]))


if __name__ == "__main__":
    main()
