"""The presentation, and the paper that it names."""

from jingjin_forms.checks.document import Document
from jingjin_forms.forms.unpublished import Unpublished

SLIDES = Document(
    "精進教學計畫簡報（106年10月24日）",
    clauses={
        "核結": (
            "各項專業成長辦理成效之量化資料調查表單，於計畫提報前先行擬定並告知，"
            "俾各縣市政府得於申請計畫時併報。"
        ),
    },
)

DOCUMENTS = (SLIDES,)

UNPUBLISHED = (Unpublished("量化資料調查表單", SLIDES["核結"]),)
