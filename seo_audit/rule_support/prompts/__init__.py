"""What authors ask of a writing assistant, and what it answers, in whatever words; French and English.

Places are indices into texts made `plain` (`word_lists.plain`). Nothing here says who wrote a text: only what was
never meant for its readers.
"""
