"""What severities, evidence and categories are called."""

from collections.abc import Mapping

from seo_audit.message import Message
from seo_audit.rule import Category, Evidence, Rule, Severity

SEVERITIES: Mapping[Severity, Message] = {
    Severity.ERROR: Message(fr="erreur", en="error"),
    Severity.WARNING: Message(fr="avertissement", en="warning"),
    Severity.INFO: Message(fr="information", en="info"),
}
COUNTS: Mapping[Severity, Message] = {
    Severity.ERROR: Message(fr="{count:# erreur|# erreurs}", en="{count:# error|# errors}"),
    Severity.WARNING: Message(
        fr="{count:# avertissement|# avertissements}", en="{count:# warning|# warnings}"
    ),
    Severity.INFO: Message(fr="{count:# information|# informations}", en="{count:# info|# infos}"),
}
EVIDENCE: Mapping[Evidence | None, Message] = {
    Evidence.GOOGLE: Message(fr="documenté par Google", en="documented by Google"),
    Evidence.STANDARD: Message(
        fr="norme du web ou d’accessibilité", en="standard of the web or of accessibility"
    ),
    Evidence.TOOLS: Message(fr="usage commun des outils", en="common practice of the tools"),
    Evidence.FOLKLORE: Message(
        fr="convention du métier, sans preuve", en="convention of the trade, unproved"
    ),
    None: Message(fr="choix de la maison", en="a choice of the house"),
}
CATEGORIES: Mapping[Category, Message] = {
    Category.CONTENT: Message(fr="contenu", en="content"),
    Category.STRUCTURE: Message(fr="structure", en="structure"),
    Category.METADATA: Message(fr="métadonnées", en="metadata"),
    Category.KEYPHRASE: Message(fr="expression clé", en="keyphrase"),
    Category.LINKS: Message(fr="liens", en="links"),
    Category.MEDIA: Message(fr="médias", en="media"),
    Category.READABILITY: Message(fr="lisibilité", en="readability"),
    Category.TYPOGRAPHY: Message(fr="typographie", en="typography"),
    Category.BRIEF: Message(fr="commande", en="brief"),
    Category.SITE: Message(fr="site entier", en="whole site"),
}
MET: Mapping[bool | None, Message] = {
    True: Message(fr="✓ respecté", en="✓ met"),
    False: Message(fr="✗ pas respecté", en="✗ not met"),
    None: Message(fr="– non jugé", en="– not judged"),
}
"""What came of a demand of the brief; beside a field, « rempli » would say that something stands in it."""
BROKEN = Message(fr="règle en panne : {error}", en="broken rule: {error}")


def tagged(rule: str, rules: Mapping[str, Rule]) -> str:
    """A rule as a terminal names it: « [image-alt A] »."""
    evidence = rules[rule].evidence if rule in rules else None
    return f"[{rule}\u00a0{evidence}]" if evidence else f"[{rule}]"
