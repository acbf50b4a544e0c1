"""One line a finding, `path:line:column: severity rule message`: for editors, grep and pre-commit.

With `--quiet`, only what makes an article fail, and a line for the rest.
"""

from seo_audit.rendering.finding_lines import entry, render

__all__ = ["entry", "render"]
