"""What `--show-config` prints: the configuration of each file, as TOML one could write into a file."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from seo_audit import plugins
from seo_audit.brief.profiles import PROFILES
from seo_audit.brief.texts import BriefText
from seo_audit.config.config import Config
from seo_audit.config.nearest import Configurations
from seo_audit.message import Message
from seo_audit.rule import Rule, Severity
from seo_audit.runner import discovery as files
from seo_audit.runner.run import Request
from seo_audit.source import MAXIMUM_BYTES, printable_name
from seo_audit.toml.writing import toml

HOLDS = Message(fr="Configuration de : {names}", en="Configuration of: {names}")
FROM = Message(
    fr="D’après, du plus faible au plus fort : {names}", en="From, weakest first: {names}"
)
TOOL = Message(fr="les valeurs de l’outil", en="the tool’s own values")
OPTIONS = Message(fr="les options de la ligne de commande", en="the command line’s options")
RULES_ON = Message(fr="Règles actives : {names}", en="Rules on: {names}")
OFF = Message(fr="éteinte ici", en="off here")
NONE = Message(fr="aucune", en="none")


def text(request: Request) -> str:
    """The configurations of the files a request names, each once; of the working folder if none.

    The files' names and the layers' stand in comments. Several configurations make several texts,
    each valid TOML and apart from the next by a comment line of dashes.

    Raises:
        SeoAuditError: a configuration is not understood.
    """
    configurations = Configurations(request.given)
    configurations.check_given()
    cwd = Path.cwd()
    names = [argument for argument in request.arguments if argument != "-"]
    found = [
        article.path
        for article in files.articles(
            names,
            excluded=configurations.excluded,
            forced=configurations.left_out,
            warn=lambda *_: None,
            cwd=cwd,
        )
        if article.fault is None
    ]
    if not found:
        found = [Path(request.standard_input_name if request.standard_input else "article.md")]
    groups: dict[int, list[Path]] = {}
    configs: dict[int, Config] = {}
    for path in found:
        config = configurations.config(cwd / path)
        groups.setdefault(id(config), []).append(path)
        configs[id(config)] = config
    parts = []
    for number, paths in groups.items():
        layers = configurations.layers(cwd / paths[0])
        parts.append("\n".join(_part(configs[number], paths, layers, request)))
    return f"\n# {'-' * 76}\n\n".join(f"{part}\n" for part in parts)


def _part(
    config: Config, paths: Sequence[Path], layers: Sequence[Any], request: Request
) -> Iterator[str]:
    language = request.language or config.language
    names = [printable_name(path) for path in paths[:5]] + (["…"] if len(paths) > 5 else [])
    yield _comment(HOLDS.say(language, {"names": ", ".join(names)}))
    origins = [TOOL.say(language)]
    origins += [layer.name if layer.name != "--" else OPTIONS.say(language) for layer in layers]
    if request.given.fields and "--" not in [layer.name for layer in layers]:
        origins.append(OPTIONS.say(language))
    yield _comment(FROM.say(language, {"names": ", ".join(origins)}))
    on = [name for name, rule in plugins.rules().items() if config.is_on(rule)]
    listed = ", ".join(on) or NONE.say(language)
    yield _comment(RULES_ON.say(language, {"names": listed}))
    yield ""
    yield from _keys(config, layers)
    for name, rule in plugins.rules().items():
        yield from _rule(name, rule, config)
    if config.front_matter:
        yield ""
        yield "[front-matter]"
        for key, value in config.front_matter.items():
            yield f"{key} = {toml(value)}"
    if config.brief:
        yield ""
        yield "[brief]"
        for key in config.brief.asked:
            value = getattr(config.brief, key)
            yield f"{key} = {toml(_named(value))}"


def _named(value: Any) -> Any:
    """A value of a brief as its file would write it: texts by the names of their files."""
    if isinstance(value, BriefText):
        return str(value.path)
    return [_named(one) for one in value] if isinstance(value, tuple) else value


def _keys(config: Config, layers: Sequence[Any]) -> Iterator[str]:
    gate = config.gate
    minimums = {
        "all" if category is None else category.value: score
        for category, score in gate.fail_under.items()
    }
    exclude = [pattern for layer in layers for pattern in layer.data.get("exclude", ())]
    values: dict[str, Any] = {
        "lang": config.language,
        "profile": config.profile or PROFILES[0],
        "select": config.select,
        "ignore": config.ignore,
        "extend-select": config.extend_select,
        "keyphrase": config.keyphrase or config.fallback_keyphrase,
        "secondary": config.secondary or None,
        "content": config.content,
        "region": config.region,
        "site": config.site,
        "root": str(config.root) if config.root else None,
        "maximum-bytes": config.maximum_bytes if config.maximum_bytes != MAXIMUM_BYTES else None,
        "exclude": exclude or None,
        "force-exclude": any(layer.data.get("force-exclude") is True for layer in layers) or None,
        "fail-on": gate.fail_on.value if isinstance(gate.fail_on, Severity) else "never",
        "fail-under": minimums or None,
        "max-warnings": gate.max_warnings,
    }
    for key, value in values.items():
        if value is not None:
            yield f"{key} = {toml(value)}"
    # what no configuration file can set is shown all the same
    for key in ("title", "description", "slug"):
        value = getattr(config, key)
        if value is not None:
            yield _comment(f"--{key} {toml(value)}")


def _rule(name: str, rule: Rule, config: Config) -> Iterator[str]:
    """The table of a rule: all its options, with the profile's values, as they hold."""
    from seo_audit.config.options import fill, option_types

    values = config.rules.get(name, {})
    options = fill(rule, values, config.profile or PROFILES[0])
    severity = values.get("severity", rule.severity)
    yield ""
    yield f"[rules.{name}]"
    if not config.is_on(rule):
        # no `enabled = false`: the profile, the brief or a list above says so, and may say otherwise elsewhere
        yield _comment(OFF.say(config.language))
    yield f"severity = {toml(str(severity))}"
    for option in option_types(rule.options):
        value = getattr(options, option)
        yield f"# {option} =" if value is None else f"{option} = {toml(value)}"


def _comment(text: str) -> str:
    return "# " + "".join(char if char.isprintable() or char == "\u00a0" else "?" for char in text)
