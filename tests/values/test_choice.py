"""Boxes, ticks and items that are ticked off."""

import copy
import json
import pickle
from typing import Annotated, Any

import pytest
from jinja2 import Environment

from jingjin_forms import Choice, Facts, FactsError
from jingjin_forms.facts import label
from jingjin_forms.values import Answers, Boxes, Checklist, TickMarks
from jingjin_forms.values.choice import EMPTY_BOX, TICKED_BOX


class Kind(Choice):
    SUBJECT = "學科/領域/學群"
    GRADE = "年級"
    PROJECT = "專案-主題 1"


class Done(Choice):
    YES = "完成"
    NO = "未完成"


ITEMS = ("1.組成社群", "2.組成社群並分享", "深化課程設計")


class Sheet(Facts):
    title = "檢核"
    kind: Kind | None = label("社群類型", None)
    marks: Annotated[Answers, Checklist(Done, ITEMS)] = label("檢核項目", ())


def marks(given: Any) -> Answers:
    return Sheet(marks=given).marks


def rendered(template: str, **values: Any) -> str:
    return Environment().from_string(template).render(**values)


class TestBoxes:
    def test_are_the_text_and_each_option_a_box(self):
        shown = Sheet(kind="年級").context()["社群類型"]
        assert isinstance(shown, str)
        assert shown == "年級"
        assert (shown.年級, shown["學科/領域/學群"], shown["專案-主題 1"]) == ("■", "□", "□")

    def test_are_in_every_kai_font(self):
        """標楷體 draws what Big5 has; any other mark comes from a font of another width."""
        assert len((EMPTY_BOX + TICKED_BOX).encode("cp950")) == 4

    def test_not_chosen_is_blank(self):
        shown = Sheet().context()["社群類型"]
        assert (shown, bool(shown), shown.年級) == ("", False, "□")

    def test_in_a_template(self):
        context = Sheet(kind="學科/領域/學群").context()
        template = (
            '{{ k.年級 }}{{ k["學科/領域/學群"] }}{% if k == "年級" %}甲{% endif %}{{ k[:2] }}'
        )
        assert rendered(template, k=context["社群類型"]) == "□■學科"

    def test_several_at_once(self):
        shown = Boxes(Kind, [Kind.GRADE, Kind.SUBJECT])
        assert (shown, shown.年級, shown["專案-主題 1"]) == ("年級、學科/領域/學群", "■", "□")

    def test_unknown_options_are_errors(self):
        shown = Boxes(Kind, [])
        with pytest.raises(AttributeError, match="學年"):
            _ = shown.學年
        with pytest.raises(KeyError, match="學年"):
            _ = shown["學年"]
        with pytest.raises(AttributeError):
            _ = shown._nothing

    @pytest.mark.parametrize("kind", [Boxes, TickMarks])
    def test_copies(self, kind: type):
        shown = kind(Done, [Done.YES])
        for made in (copy.copy(shown), copy.deepcopy(shown), pickle.loads(pickle.dumps(shown))):
            assert type(made) is kind
            assert (made, made.完成, made.未完成) == ("完成", shown.完成, shown.未完成)


class TestItems:
    @pytest.mark.parametrize(
        "given",
        [
            ["完成", "", "未完成"],
            ("完成", None, Done.NO),
            {"1.組成社群": "完成", "深化課程設計": "未完成"},
            {"1": "完成", "3": "未完成"},
            {1: "完成", 2: None, 3: "未完成"},
            {"1.": "完成", "深化": "未完成", "分享": ""},
        ],
    )
    def test_by_order_item_number_and_part(self, given: Any):
        assert marks(given) == (Done.YES, None, Done.NO)

    @pytest.mark.parametrize("given", [[], (), {}, ["", None], {"深化": ""}, "", None])
    def test_nothing_marked(self, given: Any):
        assert marks(given) == ()

    def test_missing_ones_print_blank(self):
        shown = Sheet(marks=["未完成"]).context()["檢核項目"]
        assert [(t.完成, t.未完成) for t in shown] == [("", "✓"), ("", ""), ("", "")]
        assert shown == ["未完成", "", ""]

    @pytest.mark.parametrize(
        ("given", "message"),
        [
            (
                ["好"],
                r"檢核項目「1\.組成社群」：填的是「好」，不在選項內，可填的有：完成、未完成。",
            ),
            ([["完"]], r"檢核項目「1\.組成社群」：填的是「\['完'\]」，不在選項內"),
            (["完成"] * 4, "檢核項目「第 4 個」：填的是「完成」，是多的：只有 3 個項目"),
            ({"社群": "完成"}, r"檢核項目「社群」：.*不只一個項目.*項目有：1\.組成社群、2"),
            ({"0": "完成"}, "檢核項目「0」：.*沒有這個項目"),
            ({"9" * 5000: "完成"}, "沒有這個項目"),
            ({"1": "完成", "1.": "完成"}, r"檢核項目「1\.組成社群」：填的是「完成」，填了兩次"),
            ("完成", "「檢核項目」：填的是「完成」，要依序填 3 個項目"),
            (b"xx", "要依序填 3 個項目"),
            (5, "要依序填 3 個項目"),
        ],
    )
    def test_errors_name_item_and_options(self, given: Any, message: str):
        with pytest.raises(FactsError, match=message):
            marks(given)

    def test_json_schema_takes_both_spellings(self):
        schema = json.loads(json.dumps(Sheet.model_json_schema()))["properties"]["檢核項目"]
        mark = {"enum": ["完成", "未完成", None]}
        assert schema["anyOf"][0] == {"type": "array", "items": mark, "maxItems": 3}
        assert schema["anyOf"][1]["properties"] == dict.fromkeys(ITEMS, mark)
        assert schema["title"] == "檢核項目"


def test_marks_go_through_json():
    sheet = Sheet(marks={"3": "完成"}, kind="年級")
    assert sheet.model_dump(mode="json") == {"kind": "年級", "marks": [None, None, "完成"]}
    assert Sheet.model_validate_json(sheet.model_dump_json()) == sheet
