"""A form that is filled already, or holds someone's data, is told from a blank one."""

import pytest
from lxml import etree

from jingjin_forms import get_form
from jingjin_forms.arriving.filled import WHAT_TO_DO, already_tagged, signs_of_filling
from jingjin_forms.arriving.personal import is_id_number
from jingjin_forms.forms.catalog import keys
from jingjin_forms.word.docx.location import Place, part_title
from jingjin_forms.word.language.dialects import texts_with_places
from tests.helpers import parts
from tests.word.build import docx, par, row, table

PREPRINTED = {"active_teaching/development_budget", "active_teaching/programme_budget"}
"""Their boxes are printed ticked."""
ID = "F131104093"  # of nobody: the digits were drawn, the last one is their check digit


def texts(content: bytes) -> list[tuple[Place, str]]:
    return [
        found
        for name, part in parts(content).items()
        if name.startswith("word/") and b"<w:p" in part
        for found in texts_with_places(etree.fromstring(part), part_title(name))
    ]


def signs(*body: str, **rest: str) -> tuple[str, ...]:
    return signs_of_filling(texts(docx(*body, **rest)))


def cells(label: str, value: str) -> str:
    return table(row(label, value))


SIGNS = {
    "id": (par(f"身分證字號：{ID}"), "有身分證或居留證號碼：本文 第 1 段「F13*****93」"),
    "id full-width": (par("Ｆ１３１１０４０９３"), "「F13*****93」"),
    "mobile": (cells("手機", "0987-654-321"), "第 1 列第 2 欄「098*-***-*21」"),
    "mail": (par("E-mail：wang.ming@school.edu.tw"), "第 1 段「w***@school.edu.tw」"),
    "mail in a cell": (cells("信箱", "ming@school.edu.tw"), "「m***@school.edu.tw」"),
    "account": (cells("匯款帳號", "0041-234-567890-1"), "銀行帳號：本文 表格 1 第 1 列第 2 欄"),
    "account in line": (par("戶名：　　帳號：00412345678901"), "「004*********01」"),
    "date": (par("填表日期：113年5月3日"), "完整的日期：本文 第 1 段「***年*月*日」"),
    "birthday": (cells("出生年月日", "75/03/21"), "「**/**/**」"),
    "signing": (par("中 華 民 國 113 年 5 月 3 日"), "「中華民國***年*月*日」"),
    "amount": (cells("金額", "新臺幣 12,000 元整"), "「新臺幣 **,*** 元整」"),
    "uppercase": (par("茲領到新臺幣壹萬伍仟元整"), "「****元整」"),
    "sum": (cells("合計", "36,500"), "「**,***」"),
    "name": (cells("姓　　名", "王小明"), "已有姓名：本文 表格 1 第 1 列第 2 欄「王**」"),
    "name in line": (par("申請人：陳美玲  電話："), "「陳**」"),
    "telephone": (cells("聯絡電話", "03-8561234#12"), "已有電話"),
    "school": (cells("學校名稱", "花蓮縣宜昌國小"), "「花蓮縣宜昌國小」"),
    "tick": (par("辦理方式：☑線上 □實體"), "不必理會）：本文 第 1 段「☑線上」"),
    "black box": (par("□線上 ■實體"), "「■實體」"),
    "black box first": (par("■線上 □實體"), "「■線上」"),
    "black box below": (par("□線上") + par("■實體"), "本文 第 2 段「■實體」"),
    "black box in the row below": (table(row("1.", "□甲"), row("2.", "■乙")), "「■乙」"),
    "private glyph": (par("\uf052線上"), "「☑線上」"),
}  # fmt: skip


@pytest.mark.parametrize("kind", SIGNS)
def test_signs(kind: str) -> None:
    body, said = SIGNS[kind]
    sign, advice = signs(body)
    assert said in sign
    assert advice == WHAT_TO_DO
    for datum in (
        ID,
        "654",
        "wang",
        "234567890",
        "113",
        "12,000",
        "壹萬",
        "小明",
        "8561234",
        "美玲",
    ):
        assert datum not in sign


NO_SIGNS = {
    "empty slots": par("姓名：　　　電話：　　　身分證字號：□□□□□□□□□□"),
    "wrong check digit": par("文號 F131104094 號"),
    "example": par("（範例：F131104093、0987654321）"),
    "sample number": par("身分證字號：A123456789，手機 0912-345-678"),
    "office": par("承辦人：林小姐 電話 0987-654-321 e-mail：lin@hl.gov.tw"),
    "office beside": cells("承辦單位", "教育處 0987654321"),
    "mail in prose": par("請將報名表於期限前回傳 ming@school.edu.tw，逾期不候。"),
    "office account": par("請繳費至本會帳號：00412345678901"),
    "law": par("中華民國113年5月3日府教字第1130012345號函"),
    "revised": par("113年5月3日修正"),
    "until": par("申請期限：113年5月3日前"),
    "activity day": cells("辦理日期", "113年5月3日"),
    "slots of a date": par("填表日期：　年　月　日"),
    "price": par("講師費：每節 2,000 元"),
    "ceiling": cells("補助金額", "上限 30,000 元"),
    "unit": cells("金額", "元"),
    "slots of an amount": par("新臺幣　萬　仟　佰　拾　元整"),
    "boxes": par("□線上 □實體"),
    "how to tick": par("請於□內打☑"),
    "legend": par("☑表示已具備"),
    "japanese legend": par("記載事項（必要なものに☑）"),
    "example row": table(row("（範例）1", "王小明", "0987-654-321")),
    "ceiling in a label": par("補助上限金額：30,000元"),
    "bullet": par("■ 注意事項"),
    "bullet far from boxes": par("■ 注意事項") + par("請勾：") + par("□線上"),
    "bullet over a table of boxes": par("■ 注意事項") + table(row("□線上"), row("請勾")),
    "names of columns": table(row("姓名", "職稱", "電話"), row("", "", "")),
    "any school": cells("辦理學校", "全縣各國小"),
    "label like a name": cells("申請人", "高中校長"),
    "long number": par("公文文號：府教課字第11300123450987654321號"),
    "title": par("113年度計畫經費表"),
}


@pytest.mark.parametrize("kind", NO_SIGNS)
def test_no_signs(kind: str) -> None:
    assert signs(NO_SIGNS[kind]) == ()


def test_the_offices_own_data_on_each_page() -> None:
    assert signs(par("x"), footer=par("聯絡 0987-654-321 ming@school.edu.tw")) == ()
    assert len(signs(par("x"), footer=par(ID))) == 2


def test_many_are_listed_shortly() -> None:
    [sign, _] = signs(*[par(f"手機：0987-654-{n:03}") for n in range(100, 140)])
    assert sign.count("「") == 5
    assert "還有 25 處" in sign


def test_check_digits() -> None:
    assert is_id_number(ID)
    assert is_id_number("A123456789")
    assert not any(is_id_number(f"{ID[:-1]}{n}") for n in "012456789")
    assert is_id_number("A800000014")
    assert not is_id_number("A800000015")


@pytest.mark.parametrize("key", keys())
def test_our_own_blank_forms_are_blank(key: str) -> None:
    found = signs_of_filling(texts(get_form(key).blank().to_bytes()))
    told = [sign for sign in found[:-1] if not sign.startswith("有勾好的方框")]
    assert told == []
    assert bool(found) is (key in PREPRINTED)


def test_our_own_samples_are_filled() -> None:
    found = {key for key in keys() if signs_of_filling(texts(get_form(key).sample().to_bytes()))}
    assert len(found) >= 16  # of 25; the others are prose and figures without labels


def test_a_template_is_no_blank() -> None:
    said = already_tagged(texts(docx(par("甲"), par("姓名：{{ 姓名 }}"))), "我的表.docx")
    assert said.startswith("本文 第 2 段的「{{ 姓名 }}」是我們的標籤")
    assert "--form 我的表.docx" in said
    loop = texts(docx(table(row("{%tr for 列 in 名冊 %}"), columns=1)))
    assert already_tagged(loop, "x.docx")
    assert already_tagged(texts(docx(par("{x} ${y} {{"))), "x.docx") == ""
