"""What our own forms know of labels."""

import time

import pytest

from jingjin_forms import Contact, get_form, list_forms
from jingjin_forms.forms.tagged import printed_labels as learned
from jingjin_forms.forms.tagged.printed_labels import canonical_label, printed_labels
from jingjin_forms.forms.tagged.spec import FieldKind
from jingjin_forms.forms.tagged.vocabulary import vocabulary


def kind(label: str, **more: str) -> FieldKind | None:
    found = vocabulary(**more).value(label)
    return found and found.kind


@pytest.mark.parametrize(
    ("label", "wanted"),
    [
        ("學校名稱", FieldKind.SCHOOL),
        ("學年度", FieldKind.SCHOOL_YEAR),
        ("日期", FieldKind.DATE),
        ("執行期程", FieldKind.PERIOD),
        ("單價", FieldKind.AMOUNT),
        ("數量", FieldKind.NUMBER),
        ("預計人數", FieldKind.COUNT),
        ("電話", FieldKind.TEXT),
        ("計畫目標", FieldKind.TEXT),  # a list in one form, a text in four
        ("辦理期程", FieldKind.TEXT),  # a period in one form, a text in one
        ("學校類型", None),  # a choice
        ("無名", None),
    ],
)
def test_the_type_that_most_forms_give_wins(label: str, wanted: FieldKind | None):
    assert kind(label) is wanted


def test_every_label_of_every_form_is_known():
    known = vocabulary()
    for form in list_forms():
        for field in form.model_fields.values():
            assert str(field.title) in known


def test_without_a_form_what_it_alone_knows_is_not_known():
    assert kind("送件日期") is FieldKind.DATE
    assert kind("送件日期", without="common/submission_checklist") is None
    left = vocabulary(get_form("common/submission_checklist"))
    assert left is vocabulary("common/submission_checklist")
    assert left.value("學校名稱") is not None


def test_parts_by_the_label_of_a_field_and_by_their_own_title():
    for label in ("聯絡人", "填表人"):
        assert vocabulary().part(label, ["姓名", "電話"]) is Contact
        assert vocabulary().part(label, ["姓名", "傳真"]) is None


def test_hints_that_speak_of_one_paper_are_not_repeated():
    known = vocabulary()
    assert known.hint("電話", FieldKind.TEXT) == "含分機"
    assert known.hint("日期", FieldKind.DATE) == ""
    assert "6%" not in known.hint("雜支", FieldKind.AMOUNT)


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("申請學校", "學校名稱"),
        ("一、申請學校：", "學校名稱"),
        ("E-mail", "電子郵件"),
        ("聯 絡 電 話（含分機）", "電話"),
        ("單價(元)", "單價"),
        ("學校名稱", "學校名稱"),
        ("備註", "備註"),
        ("不知道的字", None),
        ("", None),
    ],
)
def test_printed_texts(printed: str, label: str | None):
    assert canonical_label(printed) == label


def test_printed_texts_lead_to_labels_and_are_none_themselves():
    known = vocabulary()
    pairs = printed_labels()
    assert len(pairs) > 25
    for text, label in pairs.items():
        assert label in known
        assert text not in known
        assert text == "".join(text.split())


def test_printed_texts_without_one_form():
    only = "active_teaching/visiting_teacher_survey"
    assert canonical_label("房東/屋主") == "房東"
    assert canonical_label("房東/屋主", without=only) is None


def test_all_templates_are_read_quickly():
    vocabulary()
    learned._learned.cache_clear()
    begin = time.perf_counter()
    printed_labels()
    assert time.perf_counter() - begin < 2  # 0.1 s on an idle machine
