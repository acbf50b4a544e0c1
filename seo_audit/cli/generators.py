"""Site generators, told by the files they leave in a folder, and what follows for a configuration.

Each entry rests on the generator's own documentation: where its articles, its static files and its output lie, and under
which keys its configuration says otherwise. Configurations are TOML, YAML, JSON or JavaScript: only `key: value` in one
line is read, and none of it is run.
"""

import os
import re
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from seo_audit.source import is_file, is_folder

MOST_BYTES = 200_000
"""Of a generator's configuration; the keys we look for stand near its beginning."""
PAPERS = re.compile(
    r"(?i)(?:readme|changelog|changes|contributing|code_of_conduct|security|license|licence|authors|todo)"
    r"(?:[._-]\w{2,5})?\.(?:md|markdown|txt)\Z"
)
"""Files of a repository that are no articles."""


class Generator(Struct, frozen=True):
    """A generator: `marks` are names of files or folders that tell it, patterns among them.

    `articles` and `root` (where links that begin with « / » begin) are folders, the first that exists counts; `output`
    are folders it makes, `aside` folders with files of other kinds. `*_keys` are keys of its configuration that name
    other ones. `own_metadata` says that its articles have titles and descriptions of pages.
    """

    name: str
    marks: tuple[str, ...]
    articles: tuple[str, ...] = (".",)
    root: tuple[str, ...] = ()
    output: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    site_keys: tuple[str, ...] = ()
    language_keys: tuple[str, ...] = ()
    articles_keys: tuple[str, ...] = ()
    output_keys: tuple[str, ...] = ()
    aside_keys: tuple[str, ...] = ()
    own_metadata: bool = True


SAME = ""
"""A `root` that is the folder of the articles."""
SCRIPTS = ("js", "mjs", "cjs", "ts", "mts")
GENERATORS = (
    Generator(
        "Docusaurus",
        tuple(f"docusaurus.config.{one}" for one in SCRIPTS),
        articles=("docs", "blog"),
        root=("static",),
        output=("build",),
        aside=("src", "static"),
        site_keys=("url",),
        language_keys=("defaultLocale",),
    ),
    Generator(
        "Astro",
        tuple(f"astro.config.{one}" for one in SCRIPTS),
        articles=("src/content", "src/pages"),
        root=("public",),
        output=("dist",),
        aside=("src/components", "src/layouts"),
        site_keys=("site",),
        language_keys=("defaultLocale",),
        output_keys=("outDir",),
    ),
    Generator(
        "VitePress",
        (".vitepress", "docs/.vitepress"),
        articles=("docs",),
        root=("docs/public", "public"),
        language_keys=("lang",),
    ),
    Generator(
        "Eleventy",
        (".eleventy.js", ".eleventy.cjs", *(f"eleventy.config.{one}" for one in SCRIPTS)),
        articles=("content", "posts"),
        output=("_site",),
        aside=("_includes", "_data", "src/_includes", "src/_data", "content/_includes"),
        articles_keys=("input",),
        output_keys=("output",),
    ),
    Generator(
        "Hugo",
        (
            *(f"hugo.{one}" for one in ("toml", "yaml", "yml", "json")),
            *(f"config/_default/hugo.{one}" for one in ("toml", "yaml", "yml", "json")),
        ),
        articles=("content",),
        root=("static",),
        output=("public", "resources"),
        aside=("archetypes", "layouts", "themes", "data"),
        site_keys=("baseURL",),
        language_keys=("languageCode", "locale", "defaultContentLanguage"),
        articles_keys=("contentDir",),
        output_keys=("publishDir",),
    ),
    Generator(
        "MkDocs",
        ("mkdocs.yml", "mkdocs.yaml"),
        articles=("docs",),
        root=(SAME,),
        output=("site",),
        aside=("overrides", "hooks"),
        site_keys=("site_url",),
        language_keys=("language",),
        articles_keys=("docs_dir",),
        output_keys=("site_dir",),
        aside_keys=("custom_dir",),
    ),
    Generator(
        "Quarto",
        ("_quarto.yml", "_quarto.yaml", "quarto.yml"),
        output=("_site", "_book"),
        aside=("_extensions",),
        site_keys=("site-url",),
        language_keys=("lang",),
        output_keys=("output-dir",),
    ),
    Generator(
        "Hexo",
        ("_config.yml+scaffolds", "_config.yml+source/_posts"),
        articles=("source",),
        root=(SAME,),
        output=("public",),
        aside=("scaffolds", "themes"),
        site_keys=("url",),
        language_keys=("language",),
        articles_keys=("source_dir",),
        output_keys=("public_dir",),
    ),
    Generator(
        "Jekyll",
        ("_config.yml", "_config.yaml", "_config.toml"),
        output=("_site",),
        aside=("_layouts", "_includes", "_sass", "_data", "vendor"),
        site_keys=("url",),
        language_keys=("lang", "locale"),
        articles_keys=("source",),
        output_keys=("destination",),
    ),
    Generator(
        "Pelican",
        ("pelicanconf.py",),
        articles=("content",),
        root=(SAME,),
        output=("output",),
        aside=("theme", "themes", "plugins"),
        site_keys=("SITEURL",),
        language_keys=("DEFAULT_LANG",),
        articles_keys=("PATH",),
        output_keys=("OUTPUT_PATH",),
    ),
    Generator(
        "Zola",
        ("config.toml+templates", "zola.toml"),
        articles=("content",),
        root=("static",),
        output=("public",),
        aside=("templates", "themes"),
        site_keys=("base_url",),
        language_keys=("default_language",),
        output_keys=("output_dir",),
    ),
    Generator(
        "Hugo",
        (*(f"config.{one}+content" for one in ("toml", "yaml", "yml", "json")),),
        articles=("content",),
        root=("static",),
        output=("public", "resources"),
        aside=("archetypes", "layouts", "themes", "data"),
        site_keys=("baseURL",),
        language_keys=("languageCode", "defaultContentLanguage"),
        articles_keys=("contentDir",),
        output_keys=("publishDir",),
    ),
    Generator(
        "Obsidian",
        (".obsidian",),
        aside=("Templates", "templates", "Modèles", "modèles"),
        own_metadata=False,
    ),
)
"""Those we know, the surer first. `a+b` tells one by two things together."""


class Surroundings(Struct, frozen=True):
    """What a folder says of the site made there; all of it empty where nothing is known.

    `articles` are what to audit, relative to the folder; the other fields are values for a configuration.
    """

    generator: str = ""
    mark: str = ""
    articles: tuple[str, ...] = (".",)
    exclude: tuple[str, ...] = ()
    root: str | None = None
    site: str | None = None
    region: str | None = None
    own_metadata: bool = True


def surroundings(folder: Path) -> Surroundings:
    """Look at what lies in a folder."""
    papers = tuple(f"/{name}" for name in _names(folder) if PAPERS.match(name))
    for generator in GENERATORS:
        for mark in generator.marks:
            if all(os.path.lexists(folder / one) for one in mark.split("+")):
                return _site(folder, generator, mark.partition("+")[0], papers)
    return Surroundings(exclude=papers)


def _names(folder: Path) -> list[str]:
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208  names are all we need
    except OSError:
        return []


def _site(folder: Path, generator: Generator, mark: str, papers: tuple[str, ...]) -> Surroundings:
    text = _text(folder, generator, mark)
    output = (*_folders(text, generator.output_keys), *generator.output)
    aside = (*_folders(text, generator.aside_keys), *_there(folder, generator.aside))
    own = _folders(text, generator.articles_keys)
    articles = tuple(_there(folder, own) or _there(folder, generator.articles)) or (".",)
    root = next(iter(_there(folder, (one or articles[0] for one in generator.root))), None)
    # what is copied as it is has pages of no article among it: proofs of ownership, robots.txt
    static = [root] if root and root != "." else []
    excluded = dict.fromkeys(
        f"/{one}/" for one in (*output, *aside, *static) if one not in articles
    )
    return Surroundings(
        generator=generator.name,
        mark=mark,
        articles=articles,
        exclude=(*excluded, *papers),
        root=root,
        site=_host(_value(text, generator.site_keys)),
        region=_region(_value(text, generator.language_keys)),
        own_metadata=generator.own_metadata,
    )


def _text(folder: Path, generator: Generator, mark: str) -> str:
    """The configuration's text; of a folder of them, that of the first file we know."""
    place = folder / mark
    if generator.name == "VitePress":
        named = (place / f"config.{one}" for one in SCRIPTS)
        place = next((one for one in named if is_file(one)), place)
    try:
        with place.open("rb") as file:
            return file.read(MOST_BYTES).decode("utf-8", "replace")
    except OSError:
        return ""


def _value(text: str, keys: Iterable[str]) -> str | None:
    """The value of the first of the keys that has one, written `key: value` or `key = value`."""
    for key in keys:
        pattern = rf"(?:^|[{{(,])[ \t]*+['\"]?{re.escape(key)}['\"]?[ \t]*+[:=][ \t]*+(['\"]?)([^\s'\",;#]++)\1"
        match = re.search(pattern, text, re.MULTILINE)
        if match:
            return match[2]
    return None


def _folders(text: str, keys: Iterable[str]) -> tuple[str, ...]:
    """The folder that a key names, when it is a plain one below."""
    value = _value(text, keys) or ""
    plain = value.removeprefix("./").strip("/")
    parts = plain.split("/")
    safe = re.fullmatch(r"[\w./-]+", plain) is not None
    return (plain,) if safe and ".." not in parts and "." not in parts else ()


def _there(folder: Path, names: Iterable[str]) -> list[str]:
    return [name for name in names if is_folder(folder / name)]


def _host(address: str | None) -> str | None:
    """The host of an address that is not a placeholder of the generator's starter."""
    match = re.match(r"https?://([\w-]+(?:\.[\w-]+)+)(?::\d+)?(?:/|\Z)", address or "")
    host = match[1].lower() if match else ""
    made_up = re.search(r"(?:^|[.-])(?:example|exemple|localhost|your-)", host)
    return None if not host or made_up or host.replace(".", "").isdigit() else host


def _region(language: str | None) -> str | None:
    """A French of elsewhere: what holds in France is the tool's own choice."""
    match = re.fullmatch(r"(?i)fr[-_]([a-z]{2})", language or "")
    region = f"fr-{match[1].upper()}" if match else None
    return None if region == "fr-FR" else region
