"""Papers of one make to .pdf in one piece: joined, converted once, cut apart.

    for number, made in made_together([Paper(docx, odt), Paper(docx), …]): ...

LibreOffice takes a tenth of a second for a file and a third of that for what is in it; the rest is
spent on setting up a document, its styles and its fonts.
"""

from jingjin_forms.export.together.lots import Paper, made_together

__all__ = ["Paper", "made_together"]
