"""What is too large to be judged, and is refused as early as it can be told."""

from seo_audit.message import Message

MOST_PIECES = 30_000
"""Blocks, links and images of main content; an article with more is not judged."""

TOO_MANY = Message(
    fr="{name} : plus de {limit:# bloc, lien ou image|# blocs, liens et images}, la limite pour un article",
    en="{name}: over {limit:# block, link or image|# blocks, links and images}, the limit of an article",
)
