"""The official texts, each quoted sentence once, and the papers that they only name."""

from jingjin_forms.checks.document import Document

PLAN = Document(
    "花蓮縣113學年度學校教師學習社群召集人增能研習實施計畫",
    school_years=(113,),
    clauses={
        "陸": "研習地點（暫訂）：線上研習。",
        "柒一": "辦理時間與場次：暫訂114年5月底辦理，共計1場次。",
        "柒二": "研習規劃（暫定，將視實際需求調整之）",
        "捌": "由花蓮縣政府自籌經費，不申請精進計畫補助",
        "研習活動回饋表": "符合程度(請勾選)",
    },
)
"""花蓮縣113學年度精進國民中小學教師教學專業與課程品質整體推動計畫 學校教師學習社群召集人增能研習
實施計畫."""

DOCUMENTS = (PLAN,)
