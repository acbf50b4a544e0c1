"""How pages call their furniture: names of parts, and labels that stand over or in them.

Nothing here knows a site. The names are those that makers of pages give to parts (in English, French and German, the
languages in which classes are named on the pages we read), the labels those that readers see.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from seo_audit.lazy import regex
from seo_audit.parsing.html.elements import BLOCK_ELEMENTS

ELEMENTS = {"nav": "nav", "aside": "aside", "footer": "footer", "menu": "nav", "dialog": "dialog"}
"""Elements that are furniture by their kind, and the reason to give."""
_ROLES = {
    "navigation": "nav",
    "menu": "nav",
    "menubar": "nav",
    "tablist": "nav",
    "toolbar": "tools",
    "contentinfo": "footer",
    "banner": "header",
    "complementary": "aside",
    "search": "search",
    "dialog": "dialog",
    "alertdialog": "dialog",
    "alert": "dialog",
}

# whole words of a class or id: “site-nav”, “siteNav” and “site_nav” hold “nav”
_WORDS = {
    "comments": "comment comments commentaire commentaires disqus respond replies forum livefyre kommentare kommentar"
    " reviews testimonials temoignages avisclients wprev wprevpro wpmtst trustpilot trustindex trustedshops",
    "nav": "nav navbar navi navigation menu menus submenu ariane pagination pager paging pagenav skip skiplink skiplinks"
    " megamenu topnav subnav toc sommaire inhaltsverzeichnis tabs prevnext precedent suivant nextprev brotkrumen",
    "header": "masthead topbar kopfzeile",
    "footer": "footer foot colophon copyright copyrights legal pied disclaimer mentions footnav fusszeile impressum",
    "aside": "sidebar sidebars aside rail colonne rightcol leftcol colright colleft rightcolumn leftcolumn sidecol"
    " sidecolumn rightside rightbar leftbar seitenleiste randspalte marginalspalte",
    "related": "related relateds recirculation recirc similaires suggestions suggested seealso lireaussi associes connexes"
    " connexe mostread populaires outbrain taboola moreon voiraussi crosslink crosslinks upnext onward jprelatedposts"
    " correlated weiterlesen lesetipp lesetipps empfehlungen",
    "teaser": "teaser teasers more readmore latest popular trending promo promos promotion similar rating ratings slider"
    " slideshow diaporama",
    "carousel": "carousel swiper splide glide flickity",
    "share": "share shares social socials partage partager partages addthis sharedaddy addtoany sociaux followus follow"
    " sociable shareaholic sharethis socialmedia teilen",
    "cookies": "consent gdpr rgpd cmp didomi onetrust",
    "newsletter": "subscribe subscription subscriptions abonnement abonnez abo signup inscription optin mailchimp paywall"
    " piano infolettre mailing",
    "author": "authorbox authorbio bio biography biographie bios autorenbox",
    "advertising": "ad ads adv adsense pub pubs publicite sponsor sponsors sponsored sponsorise adbox adslot banner"
    " werbung anzeige anzeigen dfp googlead inread outstream",
    "meta": "tags taglist tagcloud tagbox keywords motscles byline metadata timestamp datetime postmeta entrymeta"
    " entryfooter postmetadata postinfo pubdate schlagworte stichworte",
    "tools": "print printer toolbar tools outils toolbox imprimer fontsize vote votes like likes merkliste",
    "search": "search recherche searchform",
    "dialog": "modal popup popin overlay lightbox login",
}
_BY_WORD = {word: reason for reason, words in _WORDS.items() for word in words.split()}
# beginnings of words: “commentlist”, “relatedposts”
_PREFIXES = {
    "comments": "comment kommentar leserkommentar komentar",
    "nav": "breadcrumb",
    "aside": "sidebar",
    "related": "related recommend relacionad",
    "share": "sharing sharebutton sharelink socialshar sociallink socialbutton",
    "cookies": "cookie",
    "newsletter": "newsletter",
    "advertising": "advert",
}
_BY_PREFIX = {prefix: reason for reason, words in _PREFIXES.items() for prefix in words.split()}
_PREFIX_LENGTHS = tuple(sorted({len(prefix) for prefix in _BY_PREFIX}))
_NO_PREFIX = ("commentary", "commentator")
_PAIRS = {
    "hidden": "visually hidden, screen reader, sr only",
    "comments": "avis client, avis clients, avis google, user review, user reviews, customer review, google review,"
    " sb feed",
    "author": "author box, author bio, about author, about the, author info, author profile, post author, entry author,"
    " author card, author description, uber autor",
    "related": "a lire, lire aussi, read more, see also, read next, also read, voir aussi, savoir plus, plus lus,"
    " most read, read also, up next, meme sujet, meme auteur, articles lies, zum thema",
    "nav": "next post, previous post, prev next, post nav, back to",
    "meta": "post meta, entry meta, article meta, meta data, post tags, post info, post date, entry date, post details,"
    " post footer, entry footer, entry utility, posted on, tag list, tags list, tag links, cat links, read time,"
    " reading time, mots cles, author name",
    "header": "site header, page header, global header, top bar, site title, site name, site branding",
    "aside": "widget area, right column, left column, col right, right col, side bar, colonne droite",
    "newsletter": "sign up, opt in, call to",
}
_BY_PAIR = {pair: reason for reason, pairs in _PAIRS.items() for pair in pairs.split(", ")}
_SHORT_WORDS = {
    "meta": "dateline author authors autor autorin autoren auteur auteurs autore signature signatur verfasser date dates"
    " datum published publish updated posted lastchanged lastmodified lastupdate modified publication views viewcount"
    " postviews readtime lesezeit hits counter",
    "credit": "credit credits credito photocredit imagecredit photographer fotograf photographe bildnachweis",
    "tools": "actions action buttons servicelinks bookmark bookmarks poll polls umfrage sondage postratings bewertung"
    " player videoplayer totop feedback",
}
_BY_SHORT_WORD = {word: reason for reason, words in _SHORT_WORDS.items() for word in words.split()}
# whole classes
_TOKENS = {
    "hidden": "hidden hide invisible sr-only visually-hidden visuallyhidden screen-reader-text assistive-text is-hidden d-none",
    "aside": "widget",
    # what is not to be printed is not what readers come for
    "tools": "noprint no-print d-print-none hidden-print print-none print:hidden dontprint donotprint do-not-print"
    # the links of MediaWiki beside a heading
    " mw-editsection",
}
_BY_TOKEN = {token: reason for reason, tokens in _TOKENS.items() for token in tokens.split()}
_NEUTRAL_WORDS = frozenset(
    {"tag", "category", "postid", "type", "status", "format", "has", "is", "no", "with"}
)
_CONTENT_WORDS = frozenset({"hentry", "articlebody", "storybody"})
_CAMEL = regex(r"(?<=[a-z])(?=[A-Z])")
_NAME_PART = regex(r"[A-Za-z0-9]+")
_LETTERS = regex(r"[a-z]+")
_GENERATED = regex(r"[a-z][0-9]+[a-z]", re.IGNORECASE)


class Said(Struct, frozen=True):
    """What the names of a part say of it."""

    reason: str = ""
    """Why it is furniture; "" when they do not say so."""
    word: str = ""
    """Which of them says so."""
    only_short: bool = False
    """Whether parts of the article bear such names, too: then it is furniture only if there is little to read."""


NOTHING = Said()
CONTENT = Said()


def said_of(
    name: str, attributes: Mapping[str, str], known: dict[str, Said], *, with_id: bool = True
) -> Said:
    """What an element's role, classes and id say of it, the first of them; `known` keeps what was asked before."""
    role = attributes.get("role")
    if role and role in _ROLES:
        return Said(_ROLES[role])
    classes = attributes.get("class", "")
    said = known.get(classes)
    if said is None:
        said = known[classes] = _said_of_names(classes)
    if with_id and "id" in attributes and said is not CONTENT:
        other = _said_of_names(_identity(name, attributes["id"]))
        if other is CONTENT or not said.reason:
            said = other
    return said


def _identity(name: str, identity: str) -> str:
    """An element's id, when it is a name: that of a paragraph or of a part of one may be an anchor."""
    if name == "p" or name not in BLOCK_ELEMENTS:
        parts = _LETTERS.findall(identity.lower())
        return "-".join(part for part in parts if len(part) > 3) if len(parts) < 4 else ""
    return identity


def _said_of_names(names: str) -> Said:
    """What these classes say, or this id: the first of them that says something; `CONTENT` when one says that."""
    if len(names) > 400:
        return NOTHING
    tokens = names.split()
    # lists of “nm gt ad” are made by a machine: a word among them is chance
    generated = len(tokens) > 4 and sum(len(token) < 3 for token in tokens) > 4
    found = NOTHING
    for token in tokens:
        if generated and len(token) < 4:
            continue
        said = _said_of_token(token)
        if said is CONTENT:
            return said
        if not found.reason:
            found = said
    return found


@lru_cache(maxsize=4096)  # sites are made with the same few programs
def _said_of_token(token: str) -> Said:
    """What a class or an id says; `CONTENT` for one that says that it is the article."""
    if reason := _BY_TOKEN.get(token.lower(), ""):
        return Said(reason, token)
    parts = _name_parts(token)
    if not parts or parts[0] in _NEUTRAL_WORDS:
        return NOTHING
    return CONTENT if "".join(parts) in _CONTENT_WORDS else _said_of_parts(parts)


def _name_parts(token: str) -> list[str]:
    """The words of a class or id; none of a number such as “c5ad” or “n1AuAdJlVL”."""
    parts: list[str] = []
    for part in _NAME_PART.findall(token):
        if not _GENERATED.search(part):
            parts += _LETTERS.findall(_CAMEL.sub("-", part).lower())
    return parts


def _said_of_parts(parts: list[str]) -> Said:
    whole = "".join(parts)
    if reason := _BY_WORD.get(whole, ""):
        return Said(reason, whole)
    for pair in pairwise(parts):
        if reason := _BY_PAIR.get(" ".join(pair), ""):
            return Said(reason, " ".join(pair))
    for part in parts:
        reason = _BY_WORD.get(part, "") or _by_prefix(part)
        # the comments of a match are its report
        if reason and not (reason == "comments" and "live" in parts):
            return Said(reason, part)
    for part in parts:
        if reason := _BY_SHORT_WORD.get(part, ""):
            return Said(reason, part, only_short=True)
    return NOTHING


def _by_prefix(part: str) -> str:
    if not part.startswith(_NO_PREFIX):
        for length in _PREFIX_LENGTHS:
            if reason := _BY_PREFIX.get(part[:length], ""):
                return reason
    return ""


# what stands over or in furniture, in the languages of the pages we know
_LABELS: Mapping[str, tuple[str | tuple[str, str], ...]] = {
    "related": (
        (
            "à |a ",
            r"(?:à|a) (?:lire|voir|découvrir|écouter|regarder)(?: (?:aussi|également|ensuite))?\s*(?:[:!»]|$)",
        ),
        r"lire (?:aussi|également|la suite)",
        r"voir aussi",
        (
            "au|ph|vi|ar|in",
            r"(?:audios?|photos?|vidéos?|articles|infos)(?: et \w+)? (?:sur|autour de) (?:le|ce|cette) (?:sujet|thème|page)",
        ),
        ("su|da", r"(?:sur|dans) (?:le|la) même (?:sujet|thème|thématique|rubrique|catégorie)"),
        r"du même auteur",
        r"ces articles",
        r"articles? (?:liés?|similaires?|connexes?|associés?|récents?|recommandés?|suivants?|précédents?)",
        ("le|pl", r"(?:les )?plus (?:lus|populaires|consultés|récents)"),
        r"nos (?:derniers|autres) articles",
        r"derniers articles",
        ("d’|d'", r"(?:d’|d')autres articles"),
        r"vous (?:aimerez|pourriez|devriez) ",
        r"ça (?:peut|pourrait) vous intéresser",
        r"cela (?:peut|pourrait) vous intéresser",
        r"recommandé (?:pour vous|par)",
        r"pour (?:aller plus loin|en savoir plus)$",
        r"plus d(?:’|')(?:articles|actualités|infos)",
        r"related(?: (?:posts?|articles?|stories|content|links|topics|news|reading))?$",
        r"related (?:posts?|articles?|stories|content|links|topics|news|reading)",
        r"you (?:may|might) (?:also )?(?:like|be interested|enjoy)",
        r"read (?:more|also|next|this next)",
        r"see also$",
        r"also (?:on|read)",
        r"more (?:from|on|stories|articles|news|posts|in this)",
        r"recommended(?: (?:for you|articles?|stories|reading|posts|videos|content))?$",
        r"trending(?: \w+)?$",
        r"popular (?:posts|articles|stories|now)",
        r"most (?:read|popular|viewed)",
        r"latest (?:news|posts|articles|stories)",
        r"recent (?:posts|articles)",
        r"what to read next",
        r"up next",
        r"next (?:article|post|story)",
        r"previous (?:article|post|story)",
        r"don['’]t miss",
        r"editors?['’]? picks?",
        r"keep reading",
        r"further reading$",
        r"das könnte (?:sie|dich|ihnen|euch|dir)",
        r"auch interessant",
        (
            "we|äh|ve|ne|ak|be",
            r"(?:weitere|ähnliche|verwandte|neueste|aktuelle|beliebte) (?:artikel|beiträge|themen|meldungen|nachrichten|posts)",
        ),
        r"mehr (?:zum thema|zu|aus|artikel|von)",
        r"lesen sie (?:auch|mehr|hier)",
        r"lies auch",
        r"auch lesen",
        r"weiterlesen\s*:?$",
        r"meistgelesen",
        r"zum weiterlesen",
        r"diese beiträge",
        r"passend dazu",
        r"das thema könnte",
        r"te puede interesar",
        r"también te",
        r"artículos relacionados",
        r"noticias relacionadas",
        r"related\s*:",
        r"leer más",
        r"lee también",
        r"potrebbe(?:ro)? interessart",
        r"leggi anche",
        r"articoli correlati",
        r"lees ook",
        r"lees meer",
        r"czytaj (?:też|także|również)",
        r"zobacz (?:też|także|również)",
        r"polecane",
        r"powiązane",
    ),
    "comments": (
        (
            "0|au|pa|la|éc|aj|vo|le|po|pu|de|co|ré",
            r"(?:\d+|aucun|pas de|laisser un|laissez un|écrire un|ajouter un|votre|vos|les|poster un|publier un|derniers)?\s?(?:commentaires?|réactions?)(?: \(\d+\)| récents)?\s*:?$",
        ),
        r"laisse[rz] (?:un|votre) (?:commentaire|réponse|avis)",
        r"réagir à",
        ("co|ré", r"(?:commenter|répondre)$"),
        r"annuler la réponse",
        r"soyez le premier",
        (
            "0|no|le|po|ad|wr|yo|vi|sh|be|jo|co|re|di",
            r"(?:\d+|no|leave a|post a|add a|write a|your|view|show|be the first to|join the)?\s?(?:comments?|reply|replies|responses?|discussion|conversation)(?: \(\d+\)| are closed.*)?\s*:?$",
        ),
        r"leave a (?:comment|reply)",
        ("0", r"\d+ (?:comments?|responses?|thoughts?|replies) (?:on|to)"),
        r"what do you think\?",
        r"join the (?:discussion|conversation)",
        (
            "0|ke|ih|de|ei|ko",
            r"(?:\d+ |keine |ihr |dein |einen )?kommentare?(?: \(\d+\)| schreiben| hinterlassen| verfassen| geschlossen| abgeben)?\s*:?$",
        ),
        r"schreib(?:e|en sie)? einen kommentar",
        r"kommentar (?:schreiben|hinterlassen|verfassen|abgeben)",
        r"hinterlasse",
        r"antwort hinterlassen",
        r"deja (?:un comentario|una respuesta)",
        r"comentarios$",
        r"lascia un commento",
        r"dodaj komentarz",
        r"komentarze",
        r"geef een reactie",
        r"reacties$",
    ),
    "share": (
        r"partage[rz](?: (?:cet|l’|l'|sur|via|cette|ceci|:).*)?$",
        r"suivez[- ]nous",
        r"share(?: (?:this|on|via|article|story|post|the|your|it|:).*)?$",
        r"like this:?$",
        r"tweet$",
        r"follow us",
        r"be sociable",
        (
            "be|ar|se|di|te",
            r"(?:beitrag|artikel|seite|diesen beitrag|diesen artikel)? ?teilen(?: mit| auf)?\s*:?$",
        ),
        r"folgen sie uns",
        r"folge uns",
        r"teile (?:diesen|das)",
        r"gefällt mir",
        r"compart(?:e|ir)\b",
        r"condividi\b",
        r"udostępnij",
        r"delen$",
    ),
    "newsletter": (
        ("ab|in|re", r"(?:abonnez[- ]vous|inscrivez[- ]vous|recevez) "),
        ("s’|s'", r"s(?:’|')(?:abonner|inscrire) "),
        r"newsletter$",
        r"subscribe(?: (?:to|now)|$)",
        r"sign up (?:for|to)",
        r"get (?:the|our) (?:latest|newsletter)",
        r"jetzt (?:abonnieren|anmelden)",
        r"melde(?:n sie sich| dich) ",
        r"newsletter abonnieren",
        r"suscríbete",
        r"iscriviti",
    ),
    "meta": (
        (
            "ta|mo|ét|ca|cl|po|fi|sc|ka|st|to|th|su|et",
            r"(?:tags?|mots[- ]clés|étiquettes?|catégories?|categor(?:y|ies)|classé dans|posted in|filed under|tagged|tagged with|schlagw(?:ort|örter|orte)|schlagworte|kategorien?|stichw(?:ort|örter)|topics?|thèmes|sujets|themen|etiquetas)\s*(?::|$)",
        ),
        (
            "ab|à |üb|l’|l'",
            r"(?:about the author|à propos de l(?:’|')auteur|über den autor|über die autorin|l(?:’|')auteur)\s*:?$",
        ),
        r"originally published",
        # what themes of WordPress write under an article
        r"this entry was posted ",
        r"cet(?:te entrée| article) a été publié(?:e)? (?:dans|le|par)[^.]{1,200}(?:permalien|marque-pages|favoris)",
        r"ce contenu a été publié (?:dans|le|par)",
        r"print(?: this)?(?: article| page)?$",
        r"cr[ée]dits? (?:photos?|images?|vidéos?)\s*:",
        r"photo credits?\s*:",
        r"bildquellen?\s*:",
        r"bildnachweise?\s*:",
        r"quellenangaben?\s*:",
        r"permalien",
        r"permalink",
        r"imprimer$",
        r"drucken$",
        r"seite drucken",
        r"beitragsnavigation",
        r"article navigation",
        r"navigation de l(?:’|')article",
        r"post navigation",
    ),
    "nav": (
        (
            "re|ha|pr|su|ba|ne|zu|na",
            r"\W*(?:retour(?: (?:à|au|aux|en) .*)?|haut de (?:la )?page|précédente?|suivante?|back(?: to .*)?|previous|next|zurück(?: zu\w* .*)?|nach oben)\W*$",
        ),
    ),
    "advertising": (
        (
            "an|we|re|ad|pu|sp",
            r"\W*(?:anzeigen?|werbung|reklame|advertis(?:ements?|ing)|publicités?|annonces? publicitaires?|sponsored(?: content)?|publicidad|reklama|ad)\W*$",
        ),
        ("ad|ar", r"(?:advertisement )?article continues below"),
    ),
}
"""By reason, how labels begin, as regular expressions: each begins with two letters, else with one of those given.

Compiled together they would take as long as all rules need for a short article: so only those that begin as a text does.
"""


@lru_cache(maxsize=1024)
def _labels(opening: str) -> re.Pattern[str] | None:
    """What matches labels that begin with two characters, in lower case; "0" stands for any number."""
    found: dict[str, list[str]] = {}
    for reason, listed in _LABELS.items():
        for one in listed:
            openings, pattern = (one[:2], one) if isinstance(one, str) else one
            if opening in openings.split("|"):
                found.setdefault(reason, []).append(pattern)
    groups = [f"(?P<{reason}>{'|'.join(patterns)})" for reason, patterns in found.items()]
    return re.compile("|".join(groups), re.IGNORECASE) if groups else None


_CREDIT = regex(
    r"[(\[]?\s?(?:"
    # a picture of which nothing is said
    r"(?P<sure>©|copyright (?=©|\(c\)|(?:19|20)\d\d)|(?:image|photo|illustration)s? (?:d[’']illustration|illustratives?|d[’']archives?)\b"
    r"|(?:symbol|archiv)(?:bild|foto)\b|(?:file|stock) (?:photo|image)\b)"
    # or whose it is
    r"|(?:photo(?:graph(?:ie|er|e|s)?)?s?|fotos?|bild(?:er)?|images?|illustrations?|crédits?|credits?|grafik|infographie)"
    r"(?: (?:photos?|images?|credits?|crédits?))?\s?(?:[:©]|by |via |courtesy )|\(c\)"
    r")(?P<whose>.{0,110})",
    re.IGNORECASE,
)
_AGENCY = regex(
    r"[^.!?…\n]{0,80}(?:/|\||,|\bvia |© ?)\s?(?:Getty(?: Images)?|AFP|Reuters|AP(?: Photo| Images)?|EPA|dpa|Shutterstock|Unsplash"
    r"|iStock(?:photo)?|Sipa(?: Press)?|Abaca(?:press)?|Hans Lucas|Pexels|Pixabay|Adobe ?Stock|Bestimage|MaxPPP|IMAGO|Belga"
    r"|Keystone|Alamy|Flickr|Wikimedia(?: Commons)?|SIPA|ANSA|EFE|NTB|Scanpix|Unsplash)\)?",
    re.IGNORECASE,
)
"""« Jeanne Dupont/AFP »: who made a picture, and who sells it."""
_NETWORKS = (
    "facebook twitter whatsapp linkedin pinterest telegram reddit messenger xing tumblr flipboard bluesky threads mastodon"
    " pocket instagram youtube viber vk tiktok snapchat skype"
)
_SHARING = (
    "x e email mail google share sharing partager partagez envoyer teilen print imprimer drucken copy copier lien link sur"
    " par via on auf mit per with and et und twittern tweet tweeter pin save sms more plus mehr icon this cet article artikel"
    " like it kopieren senden merken url to de l a"
)
_NETWORK_WORDS = frozenset(_NETWORKS.split())
_SHARING_WORDS = _NETWORK_WORDS.union(_SHARING.split())
_WORD = regex(r"\w+")
_LETTER = regex(r"\w")
_WORD_OR_NUMBER = regex(r"\d+|[^\W\d_]+")


def label(text: str) -> tuple[str, int]:
    """The reason for which a text says that furniture stands here, and where the label ends; ("", 0) for another text."""
    letter = _LETTER.search(text)
    if letter is None:
        return "", 0
    opening = "0" if letter[0].isdigit() else text[letter.start() :][:2].lower()
    labels = _labels(opening)
    match = labels.match(text) if labels else None
    return (match.lastgroup, match.end()) if match and match.lastgroup else ("", 0)


_CONSENT = regex(
    r"(?:[^.!?]{0,60}(?:accept|autoris|activ|refus|consent|paramét|bloqu|zustimm|einwillig|allow|enable|manage)[^.!?]{0,120}"
    r"(?:cookies?|traceurs?|trackers?|externen? inhalte?|contenus? (?:externes?|tiers))"
    r"|[^.!?]{0,80}(?:cookies?|traceurs?)[^.!?]{0,120}(?:accept|autoris|activ|refus|consent|paramét|bloqu|disabled|required|nécessaires?)"
    r"|(?:nous utilisons|ce site utilise|we use|this site uses|diese (?:web)?seite verwendet) (?:des |les )?(?:cookies|traceurs)"
    r"|an dieser stelle findest du einen externen inhalt|um (?:dieses|diesen|eingebettete) \w+ anzuzeigen"
    r"|we apologi[sz]e, but this video has failed|try refreshing your browser"
    r"|(?:votre navigateur|your browser) (?:ne (?:prend|supporte|permet)|does(?: not|n['’]t) support)"
    r"|(?:veuillez |merci d['’]|please )(?:activer|enable) (?:le )?javascript)"
    r"[^\n]{0,300}",
    re.IGNORECASE,
)


def is_consent(text: str) -> bool:
    """Whether a text is a script's: it asks to allow cookies, or says why nothing is shown."""
    return len(text) < 400 and _CONSENT.match(text) is not None


def is_credit(text: str) -> bool:
    """Whether a text says no more of a picture than whose it is: « Photo : Jeanne Dupont / AFP », “© dpa”."""
    match = _CREDIT.fullmatch(text)
    if match is None:
        names = _WORD.findall(text)
        return (
            len(names) < 13
            and _AGENCY.fullmatch(text) is not None
            and not any(name[0].islower() and len(name) > 3 for name in names)
        )
    names = _WORD.findall(match["whose"])
    capitals = sum(not name[0].islower() for name in names)
    return bool(match["sure"]) or (bool(names) and 3 * capitals >= 2 * len(names))


_CONTROL = regex(
    r"(?:(?:image|photo|diapositive|slide|vidéo) \d{1,3} ?(?:sur|de|of|/) ?\d{1,3}"
    r"|(?:afficher|masquer|voir|lire|show|hide|view) (?:la |the )?(?:légende|caption)|légende|caption"
    r"|(?:lire|regarder|lancer|play|watch) (?:la |the )?(?:vidéo|video)|(?:voir |afficher )?(?:en )?plein écran|(?:view )?full ?screen"
    r"|(?:agrandir|zoomer sur|enlarge|zoom) ?(?:l['’]image|la photo|the image|image|this image)?|fermer|close)[ .!]*",
    re.IGNORECASE,
)


def is_control(text: str) -> bool:
    """Whether a text is what a button of a gallery or a player says: « Image 1 sur 5 », « Masquer la légende »."""
    return len(text) < 40 and _CONTROL.fullmatch(text) is not None


def is_sharing(text: str) -> bool:
    """Whether a text only names networks, and what to do there."""
    words = frozenset(_WORD.findall(text.lower()))
    return not words.isdisjoint(_NETWORK_WORDS) and words <= _SHARING_WORDS


_WHEN = (
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep"
    " enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre janeiro fevereiro março maio"
    " junho julho setembro outubro novembro dezembro gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre"
    " lunes martes miércoles jueves viernes domingo segunda terça quarta quinta sexta sábado feira às de del publicado"
    " actualizado pubblicato aggiornato il el em atualizado"
    " sept oct nov dec janvier février mars avril mai juin juillet août septembre octobre novembre décembre janv févr fév"
    " avr juil déc januar februar märz juni juli oktober dezember jän jänner mrz okt dez"
    " monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun lundi mardi mercredi jeudi"
    " vendredi samedi dimanche montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do sa so"
    " am pm a p m h st nd rd th est edt cet cest gmt utc et pt bst uhr jst"
    " published updated posted last modified edited first on at publié publiée posté mis mise à jour le la les l modifié"
    " modifiée actualisé dernière veröffentlicht erstellt aktualisiert zuletzt geändert erstmals stand um vom der den"
    " ago now today yesterday day days hour hours min mins minute minutes mn read reading time il y a aujourd hui hier jours"
    " heure heures à une temps de lecture vor heute gestern tagen stunde stunden minuten lesezeit lesedauer dauer since und and"
    " du in"
)
"""Words of dates, and of how long one reads, in English, French and German; the rest of a date is numbers."""
_WHEN_WORDS = frozenset(_WHEN.split())
_SMALL_WORDS = frozenset(
    [
        "a",
        "à",
        "une",
        "p",
        "m",
        "h",
        "st",
        "nd",
        "rd",
        "th",
        "et",
        "on",
        "at",
        "le",
        "la",
        "les",
        "l",
        "um",
        "vom",
        "der",
        "den",
        "il",
        "y",
        "and",
        "und",
        "du",
        "in",
        "de",
        "mo",
        "di",
        "do",
        "sa",
        "so",
    ]
)
"""Those of them that say no time alone."""
_TIME = regex(r"\d[./:-]\d|\d ?h\b|\b(?:19|20)\d\d\s*$", re.IGNORECASE)
_BY = "by text written posted par texte auteur autrice rédaction propos recueillis von autor autorin redaktion"
_BY_WORDS = frozenset(_BY.split())
_SENTENCE_END = regex(r"[.!?»”]\s*$")


def is_dateline(text: str) -> bool:
    """Whether a line only says when an article was written, how long it is to read, or « Par Jeanne Dupont »."""
    # « Publié6 mai 2025 » may be two elements
    words = _WORD_OR_NUMBER.findall(text)
    if not words or len(words) > 22:
        return False
    rest = [word for word in words if not (word[0].isdigit() or word.lower() in _WHEN_WORDS)]
    if not rest:
        # « 2 300 € » is no date
        return any(word[0].isdigit() for word in words) and (
            _TIME.search(text) is not None
            or any(word.lower() not in _SMALL_WORDS and word[0].isalpha() for word in words)
        )
    if words[0].lower() not in _BY_WORDS or _SENTENCE_END.search(text):
        return False
    names = [word for word in rest if word.lower() not in _BY_WORDS]
    return 0 < len(names) < 9 and not any(name[0].islower() for name in names)
