"""The service of the guide, as a client meets it: what it makes, and all that it refuses."""

import json
import sys
import warnings
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.docs.blocks import blocks_of
from tests.helpers import SAMPLES, docx_text

PAGE = Path(__file__).parents[2] / "docs" / "service.md"
BUDGET, RESULT = "/forms/school_based/budget_estimate", "/forms/school_based/session_result"
FACTS = {
    "學校名稱": "花蓮縣吉安鄉晨曦國民小學",
    "學年度": 112,
    "雜支": 361,
    "經費項目": [{"項目": "講師費", "單價": 1000, "數量": 6}],
}
PICTURE = (SAMPLES / "photos" / "lecture.png").read_bytes()


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    (source,) = [b.text for b in blocks_of(PAGE.read_text("utf-8")) if b.title == "service.py"]
    module = ModuleType("service_of_the_guide")
    sys.modules[module.__name__] = module  # where FastAPI looks for what annotations mean
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # starlette's, of what httpx will be called
        exec(compile(source, "service.py", "exec"), vars(module))
        from fastapi.testclient import TestClient

        with TestClient(vars(module)["app"]) as made:
            yield made
    del sys.modules[module.__name__]


def test_facts_in_and_a_word_file_out(client: Any):
    answer = client.post(f"{BUDGET}/docx", json=FACTS)
    assert answer.status_code == 200
    assert "wordprocessingml" in answer.headers["content-type"]
    assert any("陸仟參佰陸拾壹元整" in text for text in docx_text(answer.content))


def test_findings_are_json(client: Any):
    (found,) = client.post(f"{BUDGET}/check", json=FACTS).json()
    assert (found["code"], found["path"], found["value"]) == ("A09", ["雜支"], 361)
    assert found["clause"]["text"] == "以小計金額之 6%為限"
    assert client.post(f"{BUDGET}/check", json={**FACTS, "雜支": 360}).json() == []


def test_wrong_facts_are_422_with_every_problem(client: Any):
    rows = [{"項目": "甲", "單價": "x"}]
    answer = client.post(f"{BUDGET}/docx", json={"雜支": "1.5", "經費項目": rows, "甲": 1})
    assert answer.status_code == 422
    told = {(tuple(p["path"]), p["code"], p["value"]) for p in answer.json()["problems"]}
    assert told == {
        (("學校名稱",), "missing", None),
        (("雜支",), "amount", "1.5"),
        (("經費項目", 0, "單價"), "amount", "x"),
        (("甲",), "unknown_field", None),
    }


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"/etc/facts.yaml"', b"[" * 100_000, b"\xff"])
def test_what_is_no_facts_is_422(client: Any, body: bytes):
    assert client.post(f"{BUDGET}/docx", content=body).status_code == 422


def test_too_much_is_413(client: Any):
    most = 20_000_000
    body = json.dumps(FACTS).encode()
    assert client.post(f"{BUDGET}/check", content=body.ljust(most)).status_code == 200
    assert client.post(f"{BUDGET}/check", content=body.ljust(most + 1)).status_code == 413


@pytest.mark.parametrize(
    "key", ["school_based/nosuch", "x/y.docx", "school_based/..%2F..%2Fa.docx"]
)
def test_no_such_form_is_404(client: Any, key: str):
    assert client.post(f"/forms/{key}/docx", json=FACTS).status_code == 404


def test_a_photograph_is_taken_as_base64_and_never_by_its_path(client: Any):
    given = {"學校名稱": "花蓮縣晨曦國小"}
    text = b64encode(PICTURE).decode()
    for picture in (text, f"data:image/png;base64,{text}"):
        answer = client.post(f"{RESULT}/docx", json={**given, "照片": [picture]})
        assert answer.status_code == 200
        assert b"media/" in answer.content
    there = SAMPLES / "photos" / "lecture.png"
    messages: set[str] = set()
    for path in (there, there.with_name("nowhere.png")):
        for row in (str(path), {"照片檔": str(path)}):
            answer = client.post(f"{RESULT}/docx", json={**given, "照片": [row]})
            assert answer.status_code == 422
            messages |= {problem["message"] for problem in answer.json()["problems"]}
    assert len(messages) == 1  # which does not tell one that is there from one that is not
