"""What the article is meant for: its keyphrase, its profile, its brief. Given, not computed."""

from datetime import date
from pathlib import Path

from msgspec import Struct, field

from seo_audit.brief.brief import Brief


class Target(Struct, frozen=True):
    """What an article is judged against, besides the options of the rules.

    `keyphrase` is None when none was declared. `root` is the folder that links beginning with /
    start from, None when unknown. `site` is the host whose pages count as internal. `region` is a
    BCP 47 tag such as fr-FR that overrides the article's own for typography. `today` makes dates
    in the future a question with one answer.
    """

    keyphrase: str | None = None
    secondary: tuple[str, ...] = ()
    profile: str = "article"
    brief: Brief | None = None
    root: Path | None = None
    site: str | None = None
    region: str | None = None
    today: date = field(default_factory=date.today)
