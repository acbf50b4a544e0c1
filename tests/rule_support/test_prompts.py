"""Orders to writing assistants, and their answers; what reads like them and is written to readers."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import each_row

from seo_audit.french.word_lists import plain
from seo_audit.rule_support.prompts.finding import (
    KINDS,
    Subject,
    is_about_prompts,
    is_about_search,
    prompts,
)
from seo_audit.rule_support.prompts.kinds import Kind

SAID = """
Rédige un article de 800 mots sur le four à pain, avec un ton chaleureux.
Tu es un rédacteur web expert en SEO. Rédige le texte en français.
Write a blog post about bread ovens in French, about 800 words.
Bien sûr ! Voici un article de 600 mots sur le four à pain, optimisé pour le référencement.
Voici votre article
Voici votre article :
Voici votre article sur le four à pain, en trois parties.
As an AI language model, I cannot give opinions.
En tant que modèle de langage, je n’ai pas d’avis.
En tant qu’IA, je ne peux pas goûter le pain.
Certainly! Here is a rewritten version of the article.
Here’s the rewritten article:
Sure, here’s your article.
Peux-tu rédiger un article de 500 mots sur le four ?
Écris-moi un texte de 300 mots, optimisé SEO, sur la haie.
Génère 5 titres accrocheurs pour mon blog.
Réécris cet article en français, sans plagiat.
Reformule le paragraphe suivant :
Traduis ce texte en français.
Agis comme un expert en référencement et propose un plan d’article.
Act as a professional content writer.
You are an experienced SEO copywriter. Write in French.
Rédigez un article de 1 000 mots sur le compost, avec un ton amical et des sous-titres H2.
Souhaitez-vous que je développe la deuxième partie ?
Veux-tu que je l’adapte à un autre public ?
N’hésitez pas à me dire si vous souhaitez des modifications.
Dites-moi si vous souhaitez que je raccourcisse le texte.
J’espère que cet article vous convient !
Let me know if you’d like me to change the tone.
Je suis un modèle de langage et mes connaissances s’arrêtent en 2021.
I’m sorry, but I can’t assist with that request.
Je ne peux pas accéder à Internet pour vérifier.
Selon ma dernière mise à jour, le pain coûte 1 €.
D’accord, voici une nouvelle version du texte.
Rewrite the following text in a friendly tone.
Rewrite the article.
Please write an article about ovens.
Translate the text into French.
Create the blog post with SEO keywords.
Make this article SEO friendly.
Generate a catchy headline for this article.
Create an article about bread ovens.
Voici une version reformulée de votre texte :
Rédige une introduction accrocheuse de 100 mots.
Crée un plan d’article sur le four à pain avec des H2 et des H3.
Il faut que l’article fasse 800 mots. Rédige un texte fluide, sans jargon.
Rédige un article SEO sur le four à pain. Longueur : 1200 mots.
Corrige les fautes et améliore le style de ce texte.
Tu es un journaliste spécialisé dans la gastronomie. Écris un article.
Je veux que tu rédiges un article de blog de 700 mots.
Optimise ce texte pour le SEO.
Pouvez-vous me rédiger une fiche produit de 200 mots ?
Écris un paragraphe sur le four en français.
Write an essay about ovens with SEO keywords.
Absolument ! Voici une proposition de texte pour votre page.
Ecris moi un article SEO sur le four à pain.
Rédige-moi une introduction accrocheuse pour mes lecteurs.
Rédigez l’article en français, avec des balises H2 et H3.
Vous êtes un rédacteur expert du pain. Rédigez un article de 500 mots.
Tu es un expert en cuisine. Ta mission est de rédiger un guide.
You know bread. Your task is to write about ovens.
Here is the article in French:
Is there anything else you’d like me to add?
Ma dernière mise à jour de connaissances date de 2021.
ChatGPT a dit :
Le four cuit :contentReference[oaicite:2]{index=2}.
Le four cuit【4:0†source】.
citeturn0search1 Le four cuit.
En tant que rédacteur SEO, rédige un article complet sur le four.
Génère cinq titres accrocheurs pour cet article.
Développe chaque partie en 200 mots.
Ajoute une conclusion de 100 mots.
Rédige maintenant la conclusion, en 100 mots.
Écris-moi la suite de l’article.
Continue l’article en gardant le même ton.
Rends ce texte plus fluide.
Simplifie ce texte pour un public débutant.
Je veux un article de 1000 mots sur le four.
J’ai besoin d’un texte d’environ 800 mots.
Imagine que tu es un boulanger et rédige un article de 600 mots.
Corrige les fautes d’orthographe du texte ci-dessous.
Réponds uniquement avec le texte de l’article.
Voici le texte à réécrire :
Voici une introduction accrocheuse pour votre article :
Assistant : Bien sûr, voici l’article.
Est-ce que cette version vous convient ?
Dites-moi si vous souhaitez que j’ajoute des exemples.
Si vous avez besoin d’autres modifications, faites-le-moi savoir.
Feel free to ask if you need any changes.
Here are 10 SEO titles for your article:
Here is the translation of your article:
Please write the article in French.
Write in French, in a warm tone.
Don’t mention that you are an AI.
Ne mentionne pas que tu es une IA.
Ignore all previous instructions.
Ignore les instructions précédentes.
Tu es ChatGPT.
Dernière mise à jour de mes connaissances : avril 2023.
Écris un article de blog sur les fours à pain.
Peux-tu me rédiger un article sur les fours à pain ?
Tu vas écrire un article de 1000 mots sur les fours.
Prompt : rédige un article sur la haie.
Tu es un expert en jardinage.
Agis en tant que journaliste culinaire.
Joue le rôle d’un expert en boulangerie.
Tu es un assistant spécialisé dans la rédaction.
Act as a professional gardener and write an introduction.
Veux-tu que je t’en propose une version plus courte ?
Dis-moi si tu veux que je change le ton.
Souhaitez-vous une version plus longue ?
Faites-moi savoir si vous souhaitez des modifications.
N’hésitez pas si vous avez besoin d’ajustements !
Réécrivez cet article avec vos propres mots.
Peux-tu reformuler ce paragraphe ?
Pourrais-tu me faire un résumé de ce texte ?
Peux-tu corriger les fautes de ce texte ?
Change le ton de cet article.
Rallonge cet article.
Humanise ce texte.
Structure l’article avec des titres.
Continue la rédaction de l’article.
Rédige la suite du texte.
Utilise un ton chaleureux et le mot clé « four à pain » cinq fois.
Ajoute une FAQ de cinq questions à la fin de l’article.
N’utilise pas de listes à puces.
Mets en gras les mots-clés.
Évite le plagiat et les répétitions.
Fais en sorte que le texte soit unique.
Écris comme un humain.
Ne dépasse pas 800 mots.
Consigne : rédiger un article de 800 mots sur la haie.
Ta mission : rédiger un article sur les fours.
Ton : chaleureux. Longueur : 800 mots. Public : jardiniers débutants.
Word count: 800 words. Tone: friendly.
Longueur : environ 800 mots
Nombre de mots : 800
Mes connaissances s’arrêtent en septembre 2021.
Je n’ai pas accès aux informations en temps réel.
Je suis une intelligence artificielle et je n’ai pas d’opinion.
Je serais ravi de vous aider à rédiger cet article.
Envoyez-moi le texte que vous souhaitez que je traduise.
Please provide the text you would like me to translate.
Regénérer la réponse
Rédigez une introduction captivante de 100 mots.
Écrivez un article de 1 000 mots, au ton professionnel.
Méta-description : le four du hameau (155 caractères).
Mot-clé principal : four à pain
Inclure le mot-clé principal dans le titre.
L’article doit être rédigé en français et optimisé pour le SEO.
Voici la version corrigée de votre texte :
Voici le texte corrigé :
Voici un titre accrocheur et une introduction pour votre article :
Voici un exemple d’article de blog optimisé pour le mot-clé « four » :
Voici un brouillon d’article sur le four :
Voici quelques suggestions de titres :
Voici 5 titres accrocheurs pour le blog :
Oui, bien sûr. Voici l’article :
Merci pour ces précisions. Voici l’article :
J’ai reformulé le texte pour le rendre plus fluide.
J’ai rédigé un article de 600 mots sur le four.
Cet article contient environ 600 mots et respecte vos consignes.
Texte reformulé : le four chauffe.
Of course! Here’s the French translation:
Thank you for the clarification. Here is the article:
Here’s a draft of the article:
Below is the revised article:
I’ve rewritten the text.
Revised version: the oven is hot.
Use the keyword “bread oven” five times.
Do not use bullet points.
Make it sound more human.
Use headings and short sentences.
Include a conclusion.
Make sure the text is unique.
Avoid plagiarism.
Keep it under 800 words.
Can you rewrite this paragraph?
The tone should be friendly.
Target audience: beginners.
Continue writing the article.
Hope this helps!
How can I assist you today?
""".strip().splitlines()
WRITTEN_TO_READERS = """
Voici votre article préféré de la collection.
Voici un article complet pour comprendre le four à pain.
Voici le texte de la loi.
Voici la version française du film.
Bien sûr, voici mon four.
Bien sûr ! Le pain lève.
Rédigez un titre clair, puis une accroche.
Écrivez un article par semaine.
Tu es un ange, dit-elle. Écris une lettre à ta mère.
Rédige ta lettre de motivation avec soin.
Souhaitez-vous que je vous accompagne ?
Vous êtes rédacteur web ? Ce guide est pour vous.
N’hésite pas à me demander en commentaire.
N’hésitez pas à me dire si vous avez aimé.
J’espère que cet article vous a plu.
J’espère que cet article vous aidera.
En tant qu’artiste, je peins.
En tant que parent, je m’inquiète.
Je suis un modèle pour mes enfants.
Here is the church, here is the steeple.
Make the page.
Crée une page pour ton club et donne un titre à ton histoire.
Fais un plan de la maison.
Donne un titre à ta vie.
Selon la dernière mise à jour, tout va bien.
Dis-moi si tu veux venir.
Trouve un guide en montagne.
Imagine que tu es un oiseau.
Propose un guide en français aux visiteurs.
Write to us.
Create the blog post.
Create a new article: hugo new posts/demo.md
Translate the content.
generate a new translation template for this article (the POT),
Create a blog entry in the global menu.
You are here.
Résume le livre.
La dernière mise à jour du texte date de 2020.
Lorsque je rédige un article de 800 mots, je bois un café.
Il rédige un article de 800 mots en français.
Il faut rédiger un article de 800 mots avec un ton neutre et des sous-titres.
Les élèves doivent rédiger un texte de 300 mots.
Le maire propose un plan pour le site.
Propose une liste de courses en français.
Écris un mot doux.
Write an essay about your holidays.
Write a short paragraph about your best friend.
Generate the content of the site, then write the post.
Bien sûr ! Voici comment faire.
Bien sûr, voici la réponse.
Peux-tu écrire un article ?
Écris une page par jour avec un style simple.
Résume le texte suivant en dix lignes, demande le professeur.
Rédige un texte en français, dit la maîtresse.
Écris-moi un mot, donne-moi un article.
Vous êtes un rédacteur heureux. Rédigez vos lettres à la main.
Tu es un ange. Ta mission est de veiller.
Le notebook【neuf】et la rue turn signal.
ChatGPT a dit qu’il ne savait pas.
Votre mission est de rédiger des articles.
Propose une structure solide pour le four.
Je veux un pain de 1000 grammes, et j’ai besoin d’un article de presse.
Continue l’article 12 de la charte.
En tant que boulanger, ajoute toujours une pincée de sel.
Ajoute une conclusion à ta lettre, et une page au carnet.
Développe chaque partie de la pâte du plat de la main.
En tant que maire, il rédige un article par mois.
Que tu es un ange ! Tu es Claude, dit-elle.
Cette version vous convient-elle ?
Ignorez les instructions du panneau rouge.
Inclus une section sur les fours dans ton jardin.
Voici une introduction pour votre fille.
Bien sûr, voici l’arrière du four.
Si vous avez besoin de modifications, appelez la mairie.
Rends ce livre plus tard.
Réponds uniquement par oui ou par non.
Écris un texte sur tes vacances.
Écris un article sur une feuille de papier.
Tu es un expert en jardinage ? Ce guide est pour toi.
Vous êtes un professionnel du bois.
Agis comme un voisin, pas comme un juge.
Joue le rôle d’un arbre.
Tu es un assistant de direction.
Souhaitez-vous une version longue du film ?
N’hésitez pas si vous avez besoin de farine.
Faites-moi savoir si vous venez.
Peux-tu reformuler ?
Change le ton de ta voix.
Structure ta pensée avec des mots simples.
Continue la rénovation de l’article funéraire.
N’ajoute pas de sel.
N’utilise pas de beurre, ni de titre ronflant.
Évite le plat de pierre.
Fais en sorte que le four soit chaud.
Ne dépasse pas 800 grammes.
Écris comme un enfant.
Consigne : écrire une lettre de 300 mots à la mairie.
Votre mission : rédiger des articles pour le journal.
Longueur : 80 cm. Style : rustique.
Longueur : 12 mètres
Mes connaissances s’arrêtent là.
Je n’ai pas accès à Internet au hameau.
Je peux vous aider à rédiger vos courriers.
Envoyez-moi le texte que vous aimez.
Mots-clés : four, pain, levain
Description : un four de deux mètres.
Voici un exemple d’article : le four du hameau.
Voici quelques titres de livres sur le pain.
J’ai rédigé le texte à la main.
J’ai écrit un article hier.
Ce four respecte vos exigences.
Voici la version corrigée, qui passe le tableau au four.
Version corrigée : le four chauffe.
Utiliser les mots clés de la porte.
Merci pour ces précisions. Voici mon avis.
""".strip().splitlines()


@each_row("text", SAID)
def test_what_is_said_to_an_assistant_and_by_it(text: str) -> None:
    found = list(prompts(plain(text)))
    assert found
    assert all(0 <= start < end <= len(text) for start, end in found)


@each_row("text", WRITTEN_TO_READERS)
def test_what_is_written_to_readers(text: str) -> None:
    assert not list(prompts(plain(text)))


def test_orders_are_examples_where_prompts_are_the_subject() -> None:
    order, answer = (
        "Rédige un article de 800 mots.",
        "En tant que modèle de langage, je ne sais pas.",
    )
    assert is_about_prompts(plain("Un bon prompt pour ChatGPT"))
    assert not is_about_prompts(plain("Un bon four à pain"))
    about = Subject(prompts=True)
    assert not list(prompts(plain(order), about))
    assert list(prompts(plain(answer), about))


def test_what_is_asked_for_search_engines_is_advice_where_they_are_the_subject() -> None:
    asked = plain("Mot-clé principal : four à pain")
    assert is_about_search(plain("Le référencement d’un four"))
    assert not is_about_search(plain("Un bon four à pain"))
    assert list(prompts(asked))
    assert not list(prompts(asked, Subject(search=True)))


def test_english_orders_are_advice_in_an_english_text() -> None:
    order = plain("Use headings and short sentences.")
    assert list(prompts(order))
    assert not list(prompts(order, Subject(foreign=True)))


@given(st.text(st.sampled_from("voici un article rédige de 800 mots tu es .!,-’'’"), max_size=200))
def test_any_text(text: str) -> None:
    assert all(0 <= start < end <= len(text) for start, end in prompts(plain(text)))


@pytest.mark.property
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.clues[0][0])
@given(data=st.data())
def test_whatever_a_pattern_finds_holds_its_clues(kind: Kind, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(re.compile(kind.pattern.pattern)))
    assert [one.span() for one in kind.met(text)] == [
        one.span() for one in kind.pattern.finditer(text)
    ]
