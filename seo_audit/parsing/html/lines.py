"""Lines of a page that no author wrote, as their words tell: labels, dates, credits, buttons, what boxes say.

Nothing here knows a site. The words are those that readers see, in French, English and German, and a few of their
neighbours.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from seo_audit.lazy import regex

_LABELS: Mapping[str, tuple[str | tuple[str, str], ...]] = {
    "related": (
        (
            "à |a ",
            r"(?:à|a) (?:lire|voir|découvrir|écouter|regarder)(?: (?:aussi|également|ensuite)(?:\s*[:!»])?|\s*(?:[:!»]|$))",
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
        r"you (?:may|might|should) (?:also )?(?:like|be interested|enjoy|read)",
        r"read (?:more|also|next|this next)",
        r"see (?:also|more)\s*(?:[:|]|$)",
        r"more\s*:$",
        r"les (?:også|mer)\s*:",
        r"läs (?:också|även|mer)\s*:",
        r"læs (?:også|mere)\s*:",
        r"also (?:on|read)",
        r"more (?:from|on|stories|articles|news|posts|in this)",
        r"recommended(?: (?:for you|articles?|stories|reading|posts|videos|content))?$",
        r"trending(?: \w+)?\s*(?::|$)",
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
        (
            "di|li|en|lo",
            r"(?:did you )?(?:like|enjoy(?:ed)?|love) this (?:story|article|post|recipe)\?",
        ),
        ("ce|l’|l'", r"(?:cet |l(?:’|'))article vous a (?:plu|intéressée?)[^.?]{0,30}\?"),
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
        (
            "cl",
            r"(?:cliquez ici|click here) (?:pour (?:vous (?:abonner|inscrire)|recevoir)|to (?:subscribe|sign up|join|get the .{0,30}app))",
        ),
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
            r"\W*(?:anzeigen?|werbung|reklame|advert(?:s|isements?|ising)?|publicités?|annonces? publicitaires?|sponsored(?: content)?|publicidad|reklama|ad)\W*$",
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
_AGENCIES = (
    r"(?:Getty(?: Images)?|AFP|Reuters|AP(?: Photo| Images)?|EPA|dpa|Shutterstock|Unsplash"
    r"|iStock(?:photo)?|Sipa(?: Press)?|Abaca(?:press)?|Hans Lucas|Pexels|Pixabay|Adobe ?Stock|Bestimage|MaxPPP|IMAGO|Belga"
    r"|Keystone|Alamy|Flickr|Wikimedia(?: Commons)?|SIPA|ANSA|EFE|NTB|Scanpix|Unsplash)"
)
_AGENCY = regex(rf"[^.!?…\n]{{0,80}}(?:/|\||,|\bvia |© ?)\s?{_AGENCIES}\)?", re.IGNORECASE)
"""« Jeanne Dupont/AFP »: who made a picture, and who sells it."""
_ONLY_AGENCIES = regex(rf"\(?{_AGENCIES}(?:\s?[/|,-]\s?{_AGENCIES}){{0,3}}\)?", re.IGNORECASE)
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
_FOLLOWED = _NETWORK_WORDS.union(("google", "x"))
_BETWEEN = "and et und ou or our nos notre the le la les news actualités page chaîne channel"
_BETWEEN_WORDS = frozenset(_BETWEEN.split())
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
    r"|(?:ce|cette|this) (?:diaporama|slideshow|contenu|content|vidéo|video|player|lecteur) (?:nécessite|requires) (?:l['’]activation de )?javascript"
    r"|an dieser stelle findest du einen externen inhalt|um (?:dieses|diesen|eingebettete) \w+ anzuzeigen"
    r"|we apologi[sz]e, but this video has failed|try refreshing your browser"
    r"|(?:votre navigateur|your browser) (?:ne (?:prend|supporte|permet)|does(?: not|n['’]t) support)"
    r"|(?:veuillez |merci d['’]|please |bitte )(?:activer|enable|aktivieren sie) (?:le )?javascript)"
    r"[^\n]{0,300}",
    re.IGNORECASE,
)


_CONSENT_CLUES = (
    *("cookie", "traceur", "tracker", "inhalt", "contenu"),
    *("javascript", "anzuzeigen", "video", "browser", "navigateur"),
)
"""One of which each of these holds: few texts need the long expression."""


def is_consent(text: str) -> bool:
    """Whether a text is a script's: it asks to allow cookies, or says why nothing is shown."""
    if len(text) >= 400:
        return False
    lowered = text.lower()
    return any(clue in lowered for clue in _CONSENT_CLUES) and _CONSENT.match(text) is not None


_PLACEHOLDER = regex(
    r"ich bin damit einverstanden, dass mir|um eingebettete \w+ anzuzeigen"
    r"|(?:ce|cette) (?:contenu|vidéo|publication|tweet|carte|média)(?: externe)? (?:est|a été) bloquée? (?:car|parce que|tant que) vous"
    r"|pour (?:afficher|voir|visualiser|lire|consulter) ce(?:tte)? (?:contenu|vidéo|publication|tweet|carte|média)(?: externe)?, (?:vous devez|veuillez|merci d)"
    r"|to (?:view|see|display) this (?:content|video|post|tweet|map|embed), (?:you (?:must|need to)|please) (?:accept|allow|enable)",
    re.IGNORECASE,
)


def is_placeholder(text: str) -> bool:
    """Whether a text stands in the place of what another site would show, until one allows it."""
    return len(text) < 1000 and _PLACEHOLDER.match(text) is not None


_OFFER = regex(
    r"(?:by (?:signing up|subscribing|submitting)|en vous (?:inscrivant|abonnant)|mit (?:der|ihrer|deiner) anmeldung)\b"
    r"[^.!?]{0,120}\b(?:agree|accept|confirm|acknowledge|accepte[zr]|confirme[zr]|reconnaisse[zr]|consente[zr]|stimm(?:en|st))\b"
    r"|il (?:vous )?reste \d{1,3}(?:[.,]\d{1,3})? ?% (?:de cet article |de l['’]article )?à lire"
    r"|(?:la suite|la suite de cet article|cet article|ce contenu|article|contenu) (?:est )?(?:exclusivement )?réservée?s? (?:à|aux|à nos) abonnée?s"
    r"|this (?:article|story|content) is (?:only )?(?:for|available to|reserved for) (?:paid |paying |premium )?(?:subscribers|members)",
    re.IGNORECASE,
)


def is_offer(text: str) -> bool:
    """Whether a text says what subscribers agree to, or that the rest is theirs: « Il vous reste 57 % de cet article à lire »."""
    return len(text) < 400 and _OFFER.match(text) is not None


def is_agency(text: str) -> bool:
    """Whether a text only names who sells pictures: « Getty Images », « AFP / Reuters »."""
    return len(text) < 60 and _ONLY_AGENCIES.fullmatch(text) is not None


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
    r"|(?:agrandir|zoomer sur|enlarge|zoom) ?(?:l['’]image|la photo|the image|image|this image)?|fermer|close"
    r"|(?:offrir|écouter|enregistrer|sauvegarder|commenter|gift|listen to|bookmark) (?:cet |l['’]|this )article"
    r"|(?:afficher|charger|autoriser|voir|show|load) (?:le |la |les |the )?(?:contenus?|vidéo|tweet|content|video)(?: externes?| youtube)?"
    r"|(?:externen inhalt anzeigen|youtube-inhalte erlauben)"
    r"|(?:chargement|loading)(?: (?:en cours|du lecteur|de la vidéo|player|video))?|(?:vidéo|video|player) (?:wird geladen|loading))[ .!…]*",
    re.IGNORECASE,
)


def is_control(text: str) -> bool:
    """Whether a text is what a button of a gallery or a player says: « Image 1 sur 5 », « Masquer la légende »."""
    return len(text) < 40 and _CONTROL.fullmatch(text) is not None


_COUNT = regex(
    r"(?:(?:image|photo|diapositive|slide|bild|vidéo) )?\d{1,3} ?(?:sur|de|of|von|/) ?\d{1,3}",
    re.IGNORECASE,
)


def is_count(text: str) -> bool:
    """Whether a text beside a picture says which of how many it is: « 2 / 12 »."""
    return len(text) < 30 and _COUNT.fullmatch(text) is not None


def without_count(text: str) -> str:
    """A caption without the number that a gallery puts before it: « 2 sur 4 »."""
    match = _COUNT.match(text)
    return text[match.end() :].lstrip(" .:-–—") if match else text


_FOLLOWING = regex(
    r"(?:follow|join|suivez|retrouvez|rejoignez|folgen sie|folge)\b(?P<whom>[^.!?:]{0,80}?) (?:on|sur|auf|bei) (?P<where>[^.!?]{3,100})[.! ]{0,3}",
    re.IGNORECASE,
)


def is_following(text: str) -> bool:
    """Whether a text only asks to follow somebody on networks: « Suivez-nous sur Facebook et Instagram »."""
    match = _FOLLOWING.fullmatch(text) if len(text) < 200 else None
    if match is None:
        return False
    words = frozenset(_WORD.findall(re.sub(r"@\w{1,40}", "", match["where"]).lower()))
    return not words.isdisjoint(_FOLLOWED) and words <= _FOLLOWED | _BETWEEN_WORDS


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
    " du in an uhr publiziert publicerad uppdaterad publisert oppdatert"
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
_ROLE = regex(
    r", (?:(?:grande? |senior |staff )?(?:journaliste?|reporter|rédact(?:eur|rice)|correspondante?|envoyée?|chroniqueu(?:r|se)"
    r"|éditorialiste|chef(?:fe)? |redakteur(?:in)?|volontär(?:in)?|editor|writer|correspondent|contributor))\b[^\d,.!?:;|]{0,40}",
    re.IGNORECASE,
)
"""What somebody who signs is: « , journaliste à Brest »."""


def is_byline(text: str) -> bool:
    """Whether a line says who wrote an article, and perhaps when: « Par Jeanne Dupont, journaliste à Brest »."""
    first = _WORD_OR_NUMBER.search(text)
    return first is not None and first[0].lower() in _BY_WORDS and is_dateline(text)


def is_dateline(text: str) -> bool:
    """Whether a line only says when an article was written, how long it is to read, or « Par Jeanne Dupont »."""
    if "," in text:
        text = _ROLE.sub(" ", text)
    # « Publié6 mai 2025 » may be two elements
    words = _WORD_OR_NUMBER.findall(text)
    if not words or len(words) > 22:
        return False
    before, sign, behind = text.rpartition("|")
    if sign and behind.split()[:1] and behind.split()[0].lower() in _BY_WORDS:
        # « 12 mars 2024 | Par Jeanne Dupont »
        return is_dateline(before) and is_dateline(behind)
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
