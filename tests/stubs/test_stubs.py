"""The stubs are those of the code, and what they say a field takes is taken."""

import re
from base64 import b64encode
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from jingjin_forms import BudgetEstimate, BudgetLine, RocDate, RocPeriod, list_forms, stubs
from jingjin_forms.facts import Facts
from jingjin_forms.facts.labels import label_of_key
from jingjin_forms.stubs.__main__ import main
from jingjin_forms.stubs.accepted import annotation_of, classes_in, known_names, type_text
from jingjin_forms.stubs.constructor import constructor
from jingjin_forms.values.timespan import TimeSpan

PHOTO = Path(__file__).parents[2] / "samples" / "photos" / "presentation.png"
DAY = date(2023, 3, 17)
PERIOD = "112年8月1日至113年6月30日"
TAKEN: dict[str, list[Any]] = {
    "AnyText": ["09:00-12:00", 3, 3.0, Decimal("1.5"), DAY],
    "AnyMoney": [15000, 15000.0, Decimal(15000), "15,000元"],
    "AnyNumber": [6, 1.5, Decimal("1.5"), "1,000"],
    "AnyCount": [6, 6.0, "1,200"],
    "AnyYear": [112, 112.0, "112"],
    "AnyDate": [DAY, RocDate(DAY), 1120317, "112年3月17日"],
    "AnyPeriod": [
        RocPeriod(PERIOD),
        PERIOD,
        (DAY, DAY),
        [DAY, "112年3月18日"],
        {"起": DAY, "迄": DAY},
    ],
    "AnyTime": [TimeSpan("09:00-12:00"), "09:00-12:00"],
    "AnyMarks": [[None], {}, ()],
    "AnyChoices": ["", [], (None,)],
    "AnyMonths": ["8月-10月、1月", 9, [9, "10月", None]],
    "AnyPicture": [b64encode(PHOTO.read_bytes()).decode(), PHOTO, PHOTO.read_bytes()],
}
"""Of each type that `facts.accepted` names one value at least."""


def all_facts() -> list[type[Facts]]:
    """The forms, and the parts they are made of."""
    found: dict[type[Facts], None] = {}

    def add(facts: type[Facts]) -> None:
        if facts not in found:
            found[facts] = None
            for name in facts.model_fields:
                for kind in classes_in(annotation_of(facts, name)):
                    if issubclass(kind, Facts):
                        add(kind)

    for form in list_forms():
        add(form)
    return [*found]


def kinds_of(facts: type[Facts]) -> Iterator[tuple[str, str]]:
    """Each field with each name of `facts.accepted` in what it takes as a whole."""
    for name in facts.model_fields:
        for part in type_text(annotation_of(facts, name)).split(" | "):
            if part in known_names():
                yield name, part


def test_no_stub_has_fallen_behind(capsys: pytest.CaptureFixture[str]):
    """Otherwise: python -m jingjin_forms.stubs"""
    code = main(["--check"])
    assert (code, capsys.readouterr().out) == (0, "")


def test_a_stub_that_has_fallen_behind_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(stubs, "public_stub", lambda _: "")
    assert main(["--check"]) == 1
    assert capsys.readouterr().out == "型別檔與程式不一致：jingjin_forms/__init__.pyi\n"


def test_stubs_are_written_and_those_without_a_module_go(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setattr(stubs, "PACKAGE", tmp_path)
    monkeypatch.setattr(stubs, "stubs", lambda: {tmp_path / "new.pyi": "new: int\n"})
    (tmp_path / "old.pyi").write_text("old: int\n")
    assert stubs.rebuild() == [tmp_path / "new.pyi", tmp_path / "old.pyi"]
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"new.pyi": "new: int\n"}
    assert stubs.rebuild() == []


@pytest.mark.parametrize("facts", all_facts(), ids=lambda facts: facts.__name__)
def test_what_a_stub_says_is_taken_is_taken(facts: type[Facts]):
    for name, kind in kinds_of(facts):
        for value in TAKEN[kind]:
            setattr(facts.blank(), name, value)  # raises where it is not


def test_every_kind_is_tried():
    used = {kind for facts in all_facts() for _, kind in kinds_of(facts)}
    assert used == set(TAKEN) == known_names()


@pytest.mark.parametrize("facts", all_facts(), ids=lambda facts: facts.__name__)
def test_a_constructor_takes_every_name_that_facts_have(facts: type[Facts]):
    named = set(re.findall(r"^ +(\w+): ", constructor(facts), flags=re.MULTILINE))
    assert named == set(filter(str.isidentifier, label_of_key(facts)))


def test_a_required_fact_goes_by_either_name_and_must_be_there():
    ways = constructor(BudgetLine).split("@overload")[1:]
    assert ["item: AnyText,\n" in way for way in ways] == [True, False]
    assert ["項目: AnyText,\n" in way for way in ways] == [False, True]
    assert constructor(BudgetEstimate).count("學校名稱: School | Mapping[str, Any] | str,\n") == 1


def test_a_type_of_which_nothing_is_known_is_no_silent_any():
    with pytest.raises(TypeError, match="complex"):
        type_text(complex | None)
