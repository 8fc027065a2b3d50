"""Word files of one make to .pdf in one piece: joined, converted once, cut apart, proved.

    made_together([docx, docx, …])     # [b"%PDF…"], or why not

LibreOffice takes a tenth of a second for a file and a third of that for what is in it; the rest is
spent on setting up a document, its styles and its fonts.
"""

from jingjin_forms.export.together.lots import made_together

__all__ = ["made_together"]
