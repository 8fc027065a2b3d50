"""Papers that the official texts only name: nobody has printed what they look like.

They are listed so that no one looks for them in vain, and they are not invented: a school's own
Word file, or the county's, stands in for them.
"""

from dataclasses import dataclass

from jingjin_forms.checks.finding import Clause


@dataclass(frozen=True, slots=True)
class NamedOnly:
    """One such paper, with the sentence that names it."""

    title: str
    programme: str
    clause: Clause


def _papers(programme: str, document: str, *papers: tuple[str, str, str]) -> list[NamedOnly]:
    return [
        NamedOnly(title, programme, Clause(document, number, sentence))
        for title, number, sentence in papers
    ]


_GROWTH = "成果需有教師成長紀錄或教學成效等之檢核(效益評估表及期中檢核表)。"
_UPLOAD = "上傳檔案包括（實施計畫、成果評估分析表、活動相片、簽到表請掃瞄後上傳、經費概算表）。"
_PLANS = "填寫計畫書(如附件二及附件四至六)及經費申請表(如附件八)"
_VISITING = "應將教學訪問教師每季工作報告及期末回饋表單報本署。"
_COUNTY_OPINION = (
    "地方政府主管之學校，向各該政府提出申請，並由各該政府研提意見及彙整列冊，送本署審查"
)
_RESULTS = (
    "學校於辦理經費核結時需先上本市精進教學計畫成果檢核網填報成果報告，"
    "包含量之分析（如：社群參加人數及社群運作自我評估）、質性資料以學生學習成效分析及"
    "教師教學省思紀錄為重點，以及活動資料與相關照片等。"
)

NAMED_ONLY: tuple[NamedOnly, ...] = (
    *_papers(
        "花蓮縣 學校本位進修",
        "花蓮縣112學年度學校本位進修實施計畫",
        ("效益評估表", "十二(四)", _GROWTH),
        ("期中檢核表", "十二(四)", _GROWTH),
        ("成果評估分析表", "十六(一)", _UPLOAD),
        ("簽到表", "十六(一)", _UPLOAD),
        ("活動相片", "十六(一)", _UPLOAD),
        ("繳款書", "十六(三)", "若有結餘款請一併開立繳款書繳回"),
    ),
    *_papers(
        "國教署 活化教學與多元學習",
        "國教署活化教學與多元學習作業要點",
        (
            "計畫二申請表（附件四）",
            "四(一)2(1)",
            _PLANS,
        ),
        (
            "教學訪問教師每季工作報告",
            "八(三)",
            _VISITING,
        ),
        ("期末回饋表單", "八(三)", _VISITING),
        ("學生與家長影像紀錄拍攝同意書", "附件九", "檢附學生與家長影像紀錄拍攝同意書"),
        ("成果及教學影像紀錄授權書", "附件九", "檢附本計畫成果及教學影像紀錄授權書"),
        ("地方政府研提意見及彙整列冊", "四(一)2(1)", _COUNTY_OPINION),
    ),
    *_papers(
        "臺中市 教師專業學習社群",
        "103年度臺中市教師專業學習社群實施計畫",
        (
            "精進教學教師專業學習社群實施計畫",
            "陸二",
            "擬訂學校之「精進教學教師專業學習社群實施計畫」，並彙整校內各學習社群之申請表",
        ),
        ("成果報告", "捌四", _RESULTS),
    ),
    *_papers(
        "國教署 精進教學計畫",
        "精進教學計畫簡報（106年10月24日）",
        (
            "量化資料調查表單",
            "核結",
            "各項專業成長辦理成效之量化資料調查表單，於計畫提報前先行擬定並告知，"
            "俾各縣市政府得於申請計畫時併報。",
        ),
    ),
)
