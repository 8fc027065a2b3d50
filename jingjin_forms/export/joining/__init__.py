"""Many Word files as one, for printing: each paper in sections of its own.

    papers = {"甲國小": docx, "乙國小": docx}
    joined_word(papers, left_out, odd_pages=True, title="全部", day=date.today())

Each paper keeps its page, its headers and footers, its numbering and its pictures, counts its own
pages, and begins on a new one. What the joined file says is read again and held against the papers.
"""

from jingjin_forms.export.joining.joined_file import JoinedWord, joined_word
from jingjin_forms.export.joining.paper import UnjoinableError
from jingjin_forms.export.joining.translating import beginning

__all__ = ["JoinedWord", "UnjoinableError", "beginning", "joined_word"]
