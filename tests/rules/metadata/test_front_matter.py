from pathlib import Path

from conftest import CheckRule
from tables import each_row

from seo_audit import audit
from seo_audit.rule import Severity


def test_broken_yaml_at_its_line() -> None:
    report = audit("---\ntitle: 'La fontaine\nlang: fr\n---\n\nMot.\n", format="md")
    [verdict] = [one for one in report.verdicts if one.rule == "front-matter"]
    assert verdict.findings
    assert verdict.findings[0].place is not None
    assert verdict.findings[0].place.line in (2, 3, 4)
    assert report.figures is not None
    assert report.figures.words >= 1


def test_required_keys_compare_in_lower_case(check_rule: CheckRule) -> None:
    text = "---\nTitle: La fontaine\n---\n\nMot.\n"
    assert not check_rule("front-matter", text, "markdown", required=("title",))


def test_none_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("front-matter", "Mot.\n", "markdown", applies=False, required=("title",))


POST = "---\ntitle: La fontaine\nseo:\n{}\n---\n\nElle coule.\n"


@each_row(
    ("lines", "message", "advice"),
    [
        (
            "  ⟦profil⟧: guide",
            "La clé « seo.profil » n’existe pas : elle est ignorée.",
            "Écrivez « profile ».",
        ),
        (
            "  ⟦minimum-word⟧: 300",
            "La clé « seo.minimum-word » n’existe pas",
            "Écrivez « minimum_words ».",
        ),
        ("  profile: ⟦gide⟧", "nomme un profil inconnu, « gide »", "Écrivez « guide »."),
        ("  profile: ⟦x⟧", "nomme un profil inconnu, « x »", "article, news, guide, langage-clair"),
        ("  ⟦profile⟧: [guide]", "« seo.profile » devrait être le nom d’un profil", "Corrigez"),
        (
            "  disable: [slug, ⟦word-cont⟧]",
            "règle inconnue, « word-cont »",
            "Écrivez « word-count ».",
        ),
        ("  disable: slug, ⟦xyzzy⟧", "règle inconnue, « xyzzy »", "seo-audit rules"),
        ("  ⟦disable⟧: 3", "« seo.disable » devrait être une liste de noms de règles", "Corrigez"),
        ("  ⟦keyphrase⟧: 2026", "« seo.keyphrase » devrait être un texte", "Corrigez"),
        ("  ⟦secondary⟧: {a: b}", "« seo.secondary » devrait être une liste de textes", "Corrigez"),
    ],
)
def test_what_is_wrong_under_seo_is_said(
    check_rule: CheckRule, lines: str, message: str, advice: str
) -> None:
    [finding] = check_rule("front-matter", POST.format(lines), "markdown")
    assert message in finding.message("fr").replace("\u00a0", " ")
    assert advice in finding.advice("fr").replace("\u00a0", " ")
    assert finding.severity is Severity.ERROR


@each_row(
    "lines",
    [
        "  keyphrase: fontaine\n  secondary: [bassin]\n  profile: langage-clair\n  disable: [word_count, links]",
        "  keyphrase:\n  profile:\n  disable:",
        "  minimum-words: 300\n  must_mention: [bassin]",
        # a theme's own
        "  title: La fontaine\n  description: Elle coule.\n  noindex: false\n  canonical: https://a.fr/\n  image: a.png",
    ],
)
def test_what_is_right_and_what_is_a_theme_s_is_not(check_rule: CheckRule, lines: str) -> None:
    assert not check_rule("front-matter", POST.format(lines), "markdown")


def test_in_toml_too(check_rule: CheckRule) -> None:
    text = '+++\ntitle = "La fontaine"\n[seo]\nprofile = "⟦gide⟧"\n+++\n\nElle coule.\n'
    check_rule("front-matter", text, "markdown")


def test_pelican_reads_no_yaml(check_rule: CheckRule, tmp_path: Path) -> None:
    text = "---\ntitle: Le lac : hier et demain\ncategory: Lacs\n---\n\nIl gèle.\n"
    path = tmp_path / "content" / "lac.md"
    assert check_rule("front-matter", text.replace(" : ", " ⟦:⟧ "), "markdown", path=path)
    (tmp_path / "pelicanconf.py").write_text("SITENAME = 'Lacs'\n", "utf-8")
    assert not check_rule("front-matter", text, "markdown", path=path)
