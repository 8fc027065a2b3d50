"""Forms as a whole: loading, naming, schema, saving."""

import json
from pathlib import Path
from typing import Any

import pytest

from jingjin_forms import (
    BudgetEstimate,
    FactsError,
    FileProblemError,
    FillError,
    FormNotFoundError,
    get_form,
    list_forms,
    load,
)
from jingjin_forms.errors import shortened
from jingjin_forms.facts import Facts
from jingjin_forms.facts.labels import label_of_key, members
from tests.helpers import docx_text

SCHOOL = {"學校名稱": "花蓮縣宜昌國小"}
every_form = pytest.mark.parametrize("form", list_forms(), ids=lambda form: form.key)


class TestWhichForm:
    @pytest.mark.parametrize(
        "name",
        [
            "school_based/budget_estimate",
            "經費概算表",
            "表 1-1 經費概算表",
            "表 1-1",
            "BudgetEstimate",
            "",
            None,
        ],
    )
    def test_the_facts_may_name_the_form(self, name: object):
        assert BudgetEstimate.load({"表件": name, **SCHOOL}).school.full_name == "花蓮縣宜昌國小"
        if name:
            assert type(load({"表件": name, **SCHOOL})) is BudgetEstimate

    @pytest.mark.parametrize(
        "name",
        ["提要表", "no_such/form", "經費概算", 5, [], 10**5000, object()],
        ids=lambda name: shortened(name)[:12],
    )
    def test_another_name_is_refused(self, name: object):
        with pytest.raises(FactsError, match="這份資料是給別的表件的"):
            BudgetEstimate.load({"表件": name, **SCHOOL})

    def test_facts_without_a_name(self):
        for facts in ({}, {"表件": ""}, {"表件": None}):
            with pytest.raises(FactsError, match="沒有寫明是哪一張表件，例如 表件: school_based/"):
                load(facts)

    def test_an_unknown_name(self):
        with pytest.raises(FormNotFoundError, match=r"沒有「經費表」這張表件；.*經費概算表"):
            load({"表件": "經費表"})

    def test_the_mapping_is_left_alone(self):
        facts = {"表件": "經費概算表", **SCHOOL}
        load(facts)
        assert facts == {"表件": "經費概算表", **SCHOOL}

    @pytest.mark.parametrize("source", [None, 5, [], object()])
    def test_what_is_no_source(self, source: Any):
        for read in (load, BudgetEstimate.load):
            with pytest.raises(FactsError, match="要給資料檔的路徑，或欄位與內容的對照"):
                read(source)

    @every_form
    def test_sample_files(self, form: Any):
        assert load(form.sample_path()) == load(str(form.sample_path())) == form.sample()
        assert form.template_path().is_file()


def described(facts: type[Facts], schema: dict[str, Any], top: dict[str, Any]) -> None:
    """Every field stands in the schema with its label and hint."""
    for name, field in facts.model_fields.items():
        properties = schema["properties"]
        entry = properties[name] if name in properties else properties[str(field.title)]
        # a reference to a part whose own title is the label does not repeat it
        title = entry.get("title") or top["$defs"][entry["$ref"].rpartition("/")[2]]["title"]
        assert title == field.title
        assert entry.get("description") == field.description or "$ref" in entry
    assert schema["additionalProperties"] is False


@every_form
class TestJsonSchema:
    @pytest.mark.parametrize("by_alias", [True, False])
    @pytest.mark.parametrize("mode", ["validation", "serialization"])
    def test_carries_labels_and_hints(self, form: Any, by_alias: bool, mode: Any):
        schema = form.model_json_schema(by_alias=by_alias, mode=mode)
        assert json.loads(json.dumps(schema)) == schema
        assert schema["title"] == form.title
        described(form, schema, schema)
        labels = {str(field.title) for field in form.model_fields.values()}
        assert set(schema["properties"]) == (labels if by_alias else set(form.model_fields))

    def test_is_a_schema_that_the_sample_fits(self, form: Any):
        jsonschema = pytest.importorskip("jsonschema")
        for by_alias in (True, False):
            schema = form.model_json_schema(by_alias=by_alias)
            jsonschema.Draft202012Validator.check_schema(schema)
            facts = form.sample().model_dump(mode="json", by_alias=by_alias)
            jsonschema.Draft202012Validator(schema).validate(facts)
            with pytest.raises(jsonschema.ValidationError):
                jsonschema.Draft202012Validator(schema).validate({**facts, "多的": 1})


def test_a_school_may_be_a_text_in_json():
    school = BudgetEstimate.model_json_schema()["$defs"]["School"]
    assert school["title"] == "學校名稱"
    assert school["anyOf"][0] == {"type": "string"}
    assert school["anyOf"][1]["required"] == ["全銜"]


class TestSave:
    @every_form
    def test_blank_and_sample(self, form: Any, tmp_path: Path):
        for name, made in (("a.docx", form.sample()), ("b.DOCX", form.blank())):
            path = made.save(tmp_path / name)
            assert path.read_bytes() == made.to_bytes()

    def test_an_existing_file_is_replaced_unless_it_is_to_stay(self, tmp_path: Path):
        path = tmp_path / "表.docx"
        path.write_bytes(b"mine")
        with pytest.raises(FileExistsError, match=r"表\.docx"):
            BudgetEstimate.blank().save(path, overwrite=False)
        assert path.read_bytes() == b"mine"
        for _ in range(2):
            assert BudgetEstimate.blank().save(str(path)) == path
            assert path.read_bytes().startswith(b"PK")

    @pytest.mark.parametrize("name", ["表", "表.doc", "表.pdfx"])
    def test_another_kind_of_file_is_refused(self, name: str, tmp_path: Path):
        with pytest.raises(FileProblemError, match="副檔名"):
            BudgetEstimate.blank().save(tmp_path / name)
        assert list(tmp_path.iterdir()) == []

    def test_what_cannot_be_printed_names_the_form_and_leaves_nothing(self, tmp_path: Path):
        form = BudgetEstimate.blank()
        vars(form)["plan_name"] = "甲\x00"  # past all that reads facts
        with pytest.raises(FillError, match=r"經費概算表：.*計畫名稱"):
            form.save(tmp_path / "a.docx")
        assert list(tmp_path.iterdir()) == []

    def test_the_facts_are_on_the_page(self):
        text = "\n".join(docx_text(BudgetEstimate.sample().to_bytes()))
        assert "素養導向探究課程設計工作坊" in text


@pytest.mark.parametrize(
    ("key", "rows", "figures"),
    [
        ("school_based/budget_estimate", "經費項目", ["「小計」", "「合計」", "「總計」"]),
        ("active_teaching/development_budget", "物品明細", ["「物品合計」"]),
    ],
)
def test_sums_beyond_an_amount_name_the_figures(key: str, rows: str, figures: list[str]):
    line = {"項目": "講師費", "品名": "磁鐵", "單價": 9 * 10**15, "數量": 1}
    form = get_form(key)
    known = label_of_key(members(next(f for f in form.model_fields.values() if f.title == rows))[0])
    lines = [{label: value for label, value in line.items() if label in known}] * 2
    filled = form.load({"學校名稱": "花蓮縣宜昌國小", rows: lines})
    with pytest.raises(FillError) as caught:
        filled.to_bytes()
    assert [problem.where for problem in caught.value.problems] == figures
    assert "太大；最多 16 位數" in str(caught.value)
