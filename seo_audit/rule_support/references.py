"""Documents that several rules rest on, each named once."""

from seo_audit.rule import Reference

_GOOGLE = "https://developers.google.com/search/docs/"

GOOGLE_HELPFUL = Reference(
    "Google, Creating helpful, reliable, people-first content",
    _GOOGLE + "fundamentals/creating-helpful-content",
)
GOOGLE_TITLES = Reference("Google, Title links", _GOOGLE + "appearance/title-link")
GOOGLE_SNIPPETS = Reference("Google, Snippets", _GOOGLE + "appearance/snippet")
GOOGLE_SPAM = Reference("Google, Spam policies", _GOOGLE + "essentials/spam-policies")
GOOGLE_LINKS = Reference(
    "Google, Link best practices", _GOOGLE + "crawling-indexing/links-crawlable"
)
GOOGLE_IMAGES = Reference("Google, Image SEO best practices", _GOOGLE + "appearance/google-images")
GOOGLE_ROBOTS = Reference("Google, Robots meta tags", _GOOGLE + "crawling-indexing/robots-meta-tag")
GOOGLE_CANONICAL = Reference(
    "Google, Canonical URLs", _GOOGLE + "crawling-indexing/consolidate-duplicate-urls"
)
GOOGLE_HREFLANG = Reference(
    "Google, Localized versions", _GOOGLE + "specialty/international/localized-versions"
)
GOOGLE_ARTICLE = Reference(
    "Google, Article structured data", _GOOGLE + "appearance/structured-data/article"
)
GOOGLE_DATES = Reference("Google, Publication dates", _GOOGLE + "appearance/publication-dates")
GOOGLE_JAVASCRIPT = Reference(
    "Google, JavaScript SEO basics", _GOOGLE + "crawling-indexing/javascript/javascript-seo-basics"
)
GOOGLE_URLS = Reference("Google, URL structure", _GOOGLE + "crawling-indexing/url-structure")

GOOGLE_SITEMAPS = Reference(
    "Google, Build and submit a sitemap", _GOOGLE + "crawling-indexing/sitemaps/build-sitemap"
)
GOOGLE_REDIRECTS = Reference(
    "Google, Redirects and Google Search", _GOOGLE + "crawling-indexing/301-redirects"
)
GOOGLE_PAGINATION = Reference(
    "Google, Pagination and incremental page loading",
    _GOOGLE + "specialty/ecommerce/pagination-and-incremental-page-loading",
)
GOOGLE_BREADCRUMBS = Reference(
    "Google, Breadcrumb structured data", _GOOGLE + "appearance/structured-data/breadcrumb"
)
GOOGLE_ROBOTS_TXT = Reference(
    "Google, How Google interprets robots.txt", _GOOGLE + "crawling-indexing/robots/robots_txt"
)
SCHEMA_ORG = Reference("schema.org, Thing", "https://schema.org/Thing")
SCREAMING_FROG = Reference(
    "Screaming Frog SEO Spider, Issues", "https://www.screamingfrog.co.uk/seo-spider/issues/"
)
SEONAUT = Reference("SEOnaut", "https://github.com/stjudewashere/seonaut")
BRODER = Reference(
    "A. Broder, On the resemblance and containment of documents (1997)",
    "https://doi.org/10.1109/SEQUEN.1997.666900",
)

HTTP = Reference(
    "RFC 9110, HTTP Semantics, 15.4", "https://www.rfc-editor.org/rfc/rfc9110#section-15.4"
)
HTML = Reference("WHATWG, HTML Standard", "https://html.spec.whatwg.org/multipage/")
MARKDOWNLINT = Reference(
    "markdownlint, Rules", "https://github.com/DavidAnson/markdownlint/blob/main/doc/Rules.md"
)
YOAST = Reference("Yoast SEO, Features", "https://yoast.com/features/")
LIGHTHOUSE = Reference(
    "Lighthouse, SEO audits", "https://developer.chrome.com/docs/lighthouse/seo/"
)
IMPRIMERIE = Reference("Lexique des règles typographiques en usage à l’Imprimerie nationale (2002)")
GUIDE_ROMAND = Reference("Guide du typographe, Association suisse des typographes (2015)")
OQLF = Reference(
    "Office québécois de la langue française, Vitrine linguistique",
    "https://vitrinelinguistique.oqlf.gouv.qc.ca/",
)
BIPM = Reference(
    "BIPM, Le Système international d’unités, 9e édition, 5.4.3 et 5.4.4",
    "https://www.bipm.org/fr/publications/si-brochure",
)
UNICODE = Reference(
    "The Unicode Standard, chapter 23, Special Areas and Format Characters",
    "https://www.unicode.org/versions/latest/core-spec/chapter-23/",
)
WORDPRESS_SHORTCODES = Reference(
    "WordPress, Shortcode API", "https://developer.wordpress.org/plugins/shortcodes/"
)
ACADEMIE = Reference(
    "Académie française, Questions de langue",
    "https://www.academie-francaise.fr/questions-de-langue",
)
LANGUAGETOOL = Reference(
    "LanguageTool, Rules for French", "https://community.languagetool.org/rule/list?lang=fr"
)
PLAIN_LANGUAGE = Reference(
    "ISO 24495-1:2023, Langage clair et simple", "https://www.iso.org/fr/standard/78907.html"
)


def rgaa(criterion: str) -> Reference:
    """A criterion of the French accessibility rules, such as "9.1"."""
    return Reference(
        f"RGAA 4.1, critère {criterion}",
        f"https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#{criterion}",
    )


def opquast(number: int) -> Reference:
    """A rule of the Opquast checklist for web quality assurance, version 4."""
    return Reference(
        f"Opquast v4, règle {number}",
        "https://checklists.opquast.com/fr/assurance-qualite-web/",
    )


def wcag(criterion: str, page: str) -> Reference:
    """A success criterion of WCAG 2.2: its number and name, and its page's name."""
    return Reference(
        f"WCAG 2.2, {criterion}", f"https://www.w3.org/WAI/WCAG22/Understanding/{page}.html"
    )
