import pytest
from conftest import CheckRule
from tables import each_row

from seo_audit.french.word_lists import lines
from seo_audit.rule import Severity


@each_row(
    "block",
    [
        "Source link -57",
        "Newsletter",
        "Plus: Les entreprises du lac ferment",
        "LIRE AUSSI : le lavoir",
        "À lire également :",
        "Partager sur Facebook",
        "→ Partager sur X",
        "« Newsletter »",
        "– Lire aussi",
        "-- Source link vers le lac",
        "** Lire aussi: le lavoir",
        "Crédit photo : AFP",
    ],
)
def test_whole_blocks(check_rule: CheckRule, block: str) -> None:
    check_rule(
        "source-residue",
        f"<h1>Le lac</h1><p>Il est gelé.</p>⟦{block}⟧".replace("⟦", "<p>⟦").replace("⟧", "⟧</p>"),
    )


@each_row(
    "part",
    [
        *("(Photo : IMAGO/Kyodo News)", "(Photos: AFP)", "(photo © Aline Perret)", "(Photo/AFP)"),
        *("(Crédit : AFP)", "(Crédits : AFP)", "(Crédit photo : AFP)", "(Crédits photos : AFP)"),
        *("(Crédit image : AFP)", "(Crédits images : AFP)", "(Image : AFP)", "(Images : AFP)"),
        *("(Illustration : AFP)", "(Credit: AFP)", "(Credits: AFP)", "(Photo by A. Perret/AFP)"),
        *("(© Reuters)", f"(© {'a' * 79})"),
        *("Make this article SEO", "En tant qu’IA, je", "Souhaitez-vous que je développe"),
    ],
)
def test_parts_of_a_block(check_rule: CheckRule, part: str) -> None:
    check_rule("source-residue", f"Le lac est gelé. ⟦{part}⟧ Il fait froid.", "markdown")


@each_row(
    "text",
    [
        "Cette newsletter plaît.",
        "Plus le lac est profond, plus il est froid.",
        "Il faut partager.",
        "La photo (prise à midi) est belle.",
        "Voir aussi le lac voisin.",
        "Le lac (photographie : un art) est gelé.",
        "Le lac (une image : le gel) est gelé.",
        "Le lac (photo : voir (la suite)) est gelé.",
        f"Le lac (© {'a' * 80}) est gelé.",
        "Le lac () est gelé (©).",
        "Le lac : lire aussi.",
        "La lettre Source link du lac.",
        "Newsletter et lettre du lac",
    ],
)
def test_ordinary_sentences(check_rule: CheckRule, text: str) -> None:
    assert not check_rule("source-residue", f"<p>{text}</p>")


def test_the_list_is_long_and_well_formed() -> None:
    entries = [line.split("\t") for line in lines("seo_audit.rules.content", "source_residue.txt")]
    assert len(entries) >= 60
    assert {kind for kind, _ in entries} == {"alone", "label", "start", "line", "anywhere"}
    assert len({(kind, text) for kind, text in entries}) == len(entries)


def test_no_text_is_not_judged(check_rule: CheckRule) -> None:
    check_rule("source-residue", "<h1>Newsletter</h1>", applies=False)


@pytest.mark.parametrize(
    "block",
    ["<pre>Newsletter</pre>", "<table><tr><th>Un</th><th>Deux</th></tr><tr><td>Lac</td><td>Newsletter</td></tr></table>",
     "<figure><img src='a.png' alt=''><figcaption>Crédit photo : AFP</figcaption></figure>"],
    ids=["code", "cell", "caption"],
)  # fmt: skip
def test_where_such_words_are_no_left_over(check_rule: CheckRule, block: str) -> None:
    assert not check_rule("source-residue", f"<p>Il est gelé.</p>{block}<p>On y patine.</p>")


def test_what_is_left_is_quoted(check_rule: CheckRule) -> None:
    [finding] = check_rule("source-residue", "<p>Le lac est gelé. ⟦(Photo : AFP)⟧</p>")
    assert finding.values["text"] == "(Photo : AFP)"
    [finding] = check_rule(
        "source-residue", f"<p>Il est gelé.</p><p>⟦Source link {'lac ' * 40}x⟧</p>"
    )
    assert len(str(finding.values["text"])) <= 80


def test_a_block_is_told_once(check_rule: CheckRule) -> None:
    check_rule("source-residue", "<p>Il est gelé.</p><p>⟦Source link (Photo : AFP)⟧</p>")
    check_rule("source-residue", "<p>Il est gelé ⟦(Photo : A)⟧, froid ⟦(Photo : B)⟧.</p>")


def test_a_label_that_is_itself_a_link(check_rule: CheckRule) -> None:
    start = "<p>Il est gelé.</p>"
    assert not check_rule("source-residue", f"{start}<p><a href='/a'>Lire aussi</a></p>")
    # other words alone in a block are left-overs, linked or not
    check_rule("source-residue", f"{start}<p><a href='/a'>⟦Newsletter⟧</a></p>")


def test_a_label_before_a_list_that_was_left_out(check_rule: CheckRule) -> None:
    related = "<aside><ul><li><a href='/lavoir'>Le lavoir</a></li></ul></aside>"
    page = f"<main><p>Il est gelé.</p><p>Lire aussi :</p>{related}<p>On y patine.</p></main>"
    assert not check_rule("source-residue", page)


@pytest.mark.parametrize(("between", "found"), [(180, False), (220, True)])
def test_what_a_label_introduces_stands_near(
    check_rule: CheckRule, between: int, found: bool
) -> None:
    label = "⟦Lire aussi :⟧" if found else "Lire aussi :"
    related = "<aside><ul><li><a href='/lavoir'>Le lavoir</a></li></ul></aside>"
    check_rule(
        "source-residue",
        f"<main><p>Il est gelé.</p><p>{label}</p>{' ' * between}{related}<p>On patine.</p></main>",
    )


def test_a_label_before_a_link_of_ones_own(check_rule: CheckRule) -> None:
    page = "<p>Il est gelé.</p><p>Lire aussi :</p><p><a href='/lavoir'>Le lavoir</a></p>"
    assert not check_rule("source-residue", page)
    check_rule("source-residue", "<p>Il est gelé.</p><p>⟦Lire aussi :⟧</p><p>Le lavoir</p>")


@pytest.mark.parametrize(
    "line",
    [
        "Partager sur Facebook Partager sur Twitter",
        "Partager sur Facebook Twitter LinkedIn",
        "Partager : Facebook, X, WhatsApp",
        "Partagez cet article sur LinkedIn",
        "Share on Facebook | Tweet",
        "Partager cet article : Facebook · LinkedIn · par e-mail",
        "Cliquez pour partager sur Facebook(ouvre dans une nouvelle fenêtre)",
        "Click to share on Twitter (Opens in new window)",
        "Share on Facebook Tweet Pin it",
        "Épinglez sur Pinterest",
        "Facebook Twitter Pinterest LinkedIn",
        "Imprimer Envoyer par e-mail Partager",
        "Tweeter Partager Enregistrer",
        "Partager sur les réseaux sociaux",
        "12 partages Facebook 3 Twitter",
        "0 Partages",
    ],
)
@pytest.mark.parametrize("format", ["markdown", "text"])
def test_a_line_of_share_buttons(check_rule: CheckRule, line: str, format: str) -> None:  # noqa: A002
    prose = "Le lac est gelé depuis lundi, et les enfants y patinent tous les soirs."
    check_rule("source-residue", f"Le lac\n\n{prose}\n\n⟦{line}⟧\n\n{prose}\n", format)


@each_row(
    "line",
    [
        "Partager un lac gelé",
        "Facebook, Twitter, LinkedIn.",
        "Partager sur Facebook les photos du lac.",
        "Il faut partager sur Facebook.",
        "Facebook, Twitter et LinkedIn",
        "Facebook Twitter",
        "X X X",
        "Copier, partager, enregistrer.",
        "Imprimer et envoyer",
        "12 parts",
    ],
)
def test_words_on_sharing(check_rule: CheckRule, line: str) -> None:
    check_rule("source-residue", f"Le lac.\n\n{line}\n\nIl est gelé.\n", "markdown")


def test_a_label_announces_what_stands_below(check_rule: CheckRule) -> None:
    for below in ("- une photo du lac\n- une carte\n", "```\nle texte\n```\n"):
        check_rule("source-residue", f"Le lac est gelé.\n\nPartager :\n\n{below}", "markdown")
    check_rule("source-residue", "Le lac est gelé.\n\n⟦Partager :⟧\n\nIl fond.\n", "markdown")


def test_headings_with_a_text_of_their_own(check_rule: CheckRule) -> None:
    start = "# Le lac\n\nIl est gelé.\n\n"
    for text in ("## Partager sur Facebook\n\nOuvrez la photo, puis choisissez son album.\n",
                 "## Newsletters\n\nEnvoyez vos lettres le matin.\n", "## Se connecter\n\n### Par courriel\n\nUn mot.\n",
                 "## Imprimer\n\n```\nlpr lac.pdf\n```\n"):  # fmt: skip
        check_rule("source-residue", start + text, "markdown")
    for text in ("## ⟦Newsletter⟧\n", "## ⟦Newsletter⟧\n\n⟦Inscrivez-vous à notre newsletter chaque lundi.⟧\n",
                 "## ⟦Articles similaires⟧\n\n- [Le lavoir retrouve son toit](/lavoir)\n- [La poste a rouvert ses portes](/poste)\n",
                 "## ⟦Newsletter⟧\n\n## La suite\n\nUn mot sur le lac gelé.\n"):  # fmt: skip
        check_rule("source-residue", start + text, "markdown")


def test_prompts_are_errors_whatever_else_is_set(check_rule: CheckRule) -> None:
    text = (
        "Le lac est gelé.\n\n⟦Tu es un rédacteur web expert en SEO. Rédige le texte en français⟧.\n"
    )
    [finding] = check_rule("source-residue", text, "markdown", article={"profile": "langage-clair"})
    assert finding.severity is Severity.ERROR
    [finding] = check_rule("source-residue", "<p>Un lac.</p><p>⟦Newsletter⟧</p>")
    assert finding.severity is Severity.WARNING


def test_what_is_quoted_is_an_example(check_rule: CheckRule) -> None:
    asked = "Rédige un article de 800 mots sur le lac"
    for text in (f"> {asked}.\n", f"On lui dit : « {asked}. »\n", f"On lui dit : `{asked}`.\n"):
        check_rule("source-residue", f"Le lac est gelé.\n\n{text}", "markdown")
    check_rule("source-residue", f"Un prompt est une consigne.\n\n- {asked}\n- Autre\n", "markdown")


@each_row(
    "text",
    [
        "# La newsletter du lac\n\nElle part le lundi.\n\nInscrivez-vous à la newsletter\n",
        "# Merci\n\nVotre commentaire est là.\n\nRetour à [l’accueil](/).\n",
        "# Merci\n\nVotre commentaire est là.\n\n[Retour en haut](#merci)\n",
        "# Le lac\n\n**Plus :**\n\nOn y patine bien.\n\n**Moins :**\n\nOn y tombe.\n",
        "# Le lac\n\nOn lui met un nœud papillon (©Annie Cordy) ! Il est gelé.\n",
        "# Le lac\n\nIl est gelé.\n\n- Publicité\n- Commerce\n",
        "# Le lac\n\nIl est gelé.\n\n## Publicité\n\nUn mot sur la réclame du lac.\n",
        "# Le lac\n\nIl est gelé.\n\n[Suivez-nous sur Facebook](https://facebook.com/lac)\n",
        "# Le lac\n\nIl est gelé.\n\nSuivez-nous sur le lac gelé.\n",
        "# Le lac\n\nIl est gelé.\n\n[Article suivant](b.md)\n",
        "# Le lac\n\nIl est gelé.\n\n[Commenter cet article](#__comments)\n",
        "# Le lac\n\n![Le lac](lac.jpg)\n\n(Photo : Jeanne Roy)\n\nIl est gelé.\n",
        "# Le lac\n\n![Le lac](lac.jpg)\n\nPhoto : Jeanne Roy\n\nIl est gelé.\n",
        "---\ntitle: Le lac\nimage: lac.jpg\n---\n\nPhoto d’archives\n\nIl est gelé.\n",
        "# Le lac\n\nIl est gelé.\n\n© 2026 Jeanne Roy\n",
        "# Le lac\n\nUne photo d’archives le montre gelé, et une autre (photo volée) aussi.\n",
        "# Le lac\n\nOn écrit `![Le lac](image://lac.jpg)`.\n",
        "# Le lac\n\nIl est gelé.\n\n:::info Voir aussi\nLes étangs du pays.\n\n- [L’étang](etang.md)\n:::\n",
        '# Le lac\n\nIl est gelé.\n\n!!! info "Voir aussi"\n    Les étangs du pays.\n',
    ],
)
def test_words_of_the_article_s_own(check_rule: CheckRule, text: str) -> None:
    check_rule("source-residue", text, "markdown")


@each_row(
    "text",
    [
        "# Le lac\n\nIl est gelé.\n\n⟦Inscrivez-vous à la newsletter⟧\n",
        "# Le lac\n\nIl est gelé.\n\n[⟦Retour à l’accueil⟧](https://exemple.org/)\n",
        "# Le lac\n\nIl est gelé.\n\n⟦Haut de page⟧\n",
        "# Le lac\n\nIl est gelé.\n\n⟦Publicité⟧\n",
        "# Le lac\n\nIl est gelé.\n\n⟦Suivez-nous sur Instagram et TikTok⟧\n",
        "# Le lac\n\nIl est gelé.\n\n⟦Article suivant : Le lavoir⟧\n",
        "# Le lac\n\nIl est gelé.\n\n⟦12 commentaires⟧\n",
        "# Le lac\n\nIl est gelé.\n\n⟦Photo d’archives⟧\n",
        "# Le lac\n\nIl est gelé.\n\n⟦© Jeanne Roy⟧\n",
        "# Le lac\n\nIl est gelé ⟦(photo AFP)⟧.\n",
        "# Le lac\n\nIl est gelé.\n\n⟦Inscrivez-vous à notre lettre d’information⟧\n",
        "# Le lac\n\nIl est gelé.\n\n⟦Déjà abonné ? Connectez-vous⟧\n",
        "# Le lac\n\n:::info Bon à savoir\nIl est gelé.\n\n⟦Voir aussi⟧\n\nOn y patine.\n:::\n",
        "# Le lac\n\n**⟦Plus :⟧**\n\nOn y patine bien.\n",
        "# Le lac\n\nIl est gelé ⟦(© Jeanne Roy)⟧.\n\nIl est froid. ⟦(© Jeanne Roy)⟧ On patine.\n",
    ],
)
def test_words_of_another_page(check_rule: CheckRule, text: str) -> None:
    assert check_rule("source-residue", text, "markdown")


def test_a_way_back_to_one_s_own_page_is_no_residue(check_rule: CheckRule) -> None:
    page = "<article><h1>Le lac</h1><p>Il est gelé.</p><p><a href='{}'>{}</a></p></article>"
    check_rule("source-residue", page.format("../index.html", "← Retour à l’accueil"))
    assert check_rule(
        "source-residue", page.format("https://exemple.org/", "⟦← Retour à l’accueil⟧")
    )


def test_things_are_left_overs_by_themselves_only(check_rule: CheckRule) -> None:
    check_rule("source-residue", "Le four sert.\n\n⟦Publicité⟧\n\nIl chauffe.\n", "markdown")
    check_rule(
        "source-residue", "Nos moyens :\n\n- Affichage\n- Publicité\n- Newsletter\n", "markdown"
    )
    check_rule("source-residue", "Le four sert.\n\n⟦Suivez-nous sur Facebook⟧\n", "markdown")


def test_a_credit_ends_the_caption_of_an_image_that_is_there(check_rule: CheckRule) -> None:
    page = "<h1>Le lac</h1><p>Il est gelé.</p><div>{}<div class='texte'>La rive en hiver {}</div></div><p>On patine.</p>"
    credit = "(Crédit : Jeanne Roy)"
    image = "<img src='rive.jpg' alt='La rive'>"
    check_rule("source-residue", page.format(image, credit))
    check_rule("source-residue", page.format("", f"⟦{credit}⟧"))
    # in the middle of what is told, it is no caption's
    check_rule("source-residue", page.format(image, f"⟦{credit}⟧ est blanche"))


def test_the_category_of_a_post_of_quarto_s_is_no_advertisement(check_rule: CheckRule) -> None:
    page = (
        "<!doctype html><html lang=fr><head><title>Le lac</title></head><body><main><h1>Le lac</h1>"
        "<div class='{}'>{}</div><p>Il est gelé depuis lundi, et on y patine.</p></main></body></html>"
    )
    check_rule("source-residue", page.format("quarto-category", "Annonce"))
    check_rule("source-residue", page.format("rubrique", "⟦Annonce⟧"))


def test_what_leads_on_within_the_site_is_no_residue(check_rule: CheckRule) -> None:
    page = (
        "<!doctype html><html><head><title>Le lac</title></head><body><h2>Annuaire</h2>"
        "<p>Ces pages sont réservées.</p><a href='{}'>{}</a></body></html>"
    )
    check_rule("source-residue", page.format("/compte", "Se connecter"))
    check_rule("source-residue", page.format("#", "Se connecter"))
    check_rule("source-residue", page.format("https://ailleurs.exemple/", "⟦Se connecter⟧"))


@each_row(
    "text",
    [
        "Voici la version corrigée, qui passe bien le tableau.",
        "Voici une version améliorée qui garde l’eau.",
        "Voici la version corrigée :\n\n```\na = 1\n```",
    ],
)
def test_a_lesson_shows_code_in_another_version(check_rule: CheckRule, text: str) -> None:
    check_rule("source-residue", f"Il est gelé.\n\n{text}\n\nOn patine.\n", "markdown")


@each_row(
    "text",
    [
        "⟦Voici la version corrigée⟧ :\n\nLe lac est gelé.",
        "⟦Bien sûr ! Voici une version corrigée⟧ :\n\n```\na = 1\n```",
        "⟦Voici la version corrigée⟧ de votre article.",
    ],
)
def test_an_assistant_gives_another_version(check_rule: CheckRule, text: str) -> None:
    check_rule("source-residue", f"Il est gelé.\n\n{text}\n\nOn patine.\n", "markdown")


def test_kinds_of_files_are_no_credit(check_rule: CheckRule) -> None:
    text = "Il lit les fichiers (image/audio/vidéo) du lac, de type (image/*). Gelé {}."
    check_rule("source-residue", text.format("⟦(image : AFP)⟧"), "markdown")
    check_rule("source-residue", text.format("⟦(Photo/AFP)⟧"), "markdown")


def test_a_label_before_the_name_of_a_file(check_rule: CheckRule) -> None:
    text = "Il est gelé.\n\n{}\n\nOn patine.\n"
    check_rule(
        "source-residue", text.format("Voir aussi : `docs/lac.md` dans le dépôt."), "markdown"
    )
    check_rule("source-residue", text.format("⟦Voir aussi : le lac bleu est gelé⟧"), "markdown")


def test_an_address_that_shows_is_no_credit(check_rule: CheckRule) -> None:
    text = "<center>\n![Le lac](images/lac.png)\n</center>\n\nIl est gelé{}.\n"
    check_rule("source-residue", text.format(""), "markdown")
    check_rule("source-residue", text.format(" ⟦(images : le lac)⟧"), "markdown")


def test_a_numbered_caption_credits_half_of_its_image(check_rule: CheckRule) -> None:
    page = "<h1>Le lac</h1><p>Il est gelé.</p>{}<p>{} vu de la rive {}; en bas, le déversoir seul.</p><p>On patine.</p>"
    image, credit = "<img src='lac.jpg' alt='Le lac'>", "(photo: L. Roy)"
    check_rule("source-residue", page.format(image, "Figure 1. En haut, le lac", credit))
    check_rule("source-residue", page.format("", "Figure 1. En haut, le lac", f"⟦{credit}⟧"))
    check_rule("source-residue", page.format(image, "Le lac", f"⟦{credit}⟧"))


@each_row(
    ("text", "told"),
    [
        ("- **Requête principale** : `select nom from lacs`\n", False),
        ("- **⟦Requête principale** : l⟧ac gelé\n", True),
        ("## Keep it simple\n", False),
        ("## ⟦Keep it short⟧, and use headings\n", True),
        ("## Quel accueil souhaitez-vous mettre en place ?\n", False),
        ("⟦Souhaitez-vous que je mette⟧ le titre en avant ?\n", True),
        ("⟦Souhaitez-vous ajouter⟧ une partie ?\n", True),
        ("Souhaitez-vous ajouter quelque chose sur votre visite ?\n", False),
        ("Voulez-vous modifier votre réservation ?\n", False),
        ("⟦Voulez-vous raccourcir⟧ un peu le texte ?\n", True),
        ("⟦Si vous voulez, je peux modifier⟧ tout cela.\n", True),
    ],
)
def test_words_of_an_assistant_that_are_the_author_s(
    check_rule: CheckRule, text: str, told: bool
) -> None:
    found = check_rule("source-residue", f"Le lac est gelé.\n\n{text}", "markdown")
    assert bool(found) is told


def test_the_closing_words_of_an_english_author(check_rule: CheckRule) -> None:
    english = (
        "The lake was frozen when we came back from the village in the winter, and it was not the first time. "
        * 6
    )
    assert not check_rule("source-residue", f"<p>{english}</p><p>Hope this helps!</p>")
    french = (
        "Le lac était gelé quand nous sommes revenus du village, et ce n’était pas la première fois de l’hiver. "
        * 6
    )
    assert check_rule("source-residue", f"<p>{french}</p><p>⟦Hope this helps!⟧</p>")


def test_a_count_of_words_is_no_order(check_rule: CheckRule) -> None:
    check_rule("source-residue", "<ul><li>nombre de mots : 134712</li><li>lignes : 12</li></ul>")


def test_a_label_with_a_picture_is_the_sites_own(check_rule: CheckRule) -> None:
    page = "<h1>Le lac</h1><p>Il est gelé.</p><p>{}</p><p>Les cours reprennent.</p>"
    check_rule("source-residue", page.format("📢 Annonce"))
    check_rule("source-residue", page.format("⟦Annonce⟧"))


def test_a_credit_right_below_its_image(check_rule: CheckRule) -> None:
    check_rule(
        "source-residue", "Un mot.\n\n![Lac](lac.png)\n_Crédit photo : Ana Riou_\n", "markdown"
    )
    check_rule("source-residue", "Un mot.\n\n_⟦Crédit photo : Ana Riou⟧_\n", "markdown")
