"""A few hundred cases of each kind, the same each time; the long sweep is marked slow."""

import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from jingjin_forms import Form, list_forms
from jingjin_forms.facts import Facts
from jingjin_forms.facts.labels import members
from jingjin_forms.word.docx import package
from jingjin_forms.word.printing import text
from tests.hostile import filling
from tests.hostile.bench import Bench, Kind, Left
from tests.hostile.facts import draft
from tests.hostile.page import Invalid, Lost
from tests.hostile.scenarios import QUICK
from tests.hostile.sweep import Process, Sweep
from tests.hostile.worker import BEAT, FAULTS

SEED = 11
needs_cc = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("cc") is None, reason="faults are made by a C library"
)


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(SEED, tmp_path, tmp_path / "structures")


def run(kind: Kind, number: int) -> Counter[str]:
    """How many cases came to what; raises what the first fault raises, with its number."""
    found: Counter[str] = Counter()
    for case in range(number):
        try:
            found[kind.run(case)] += 1
        except Exception as error:
            error.add_note(f"case {case} of {type(kind).__name__}, seed {SEED}")
            raise
    return found


@pytest.mark.parametrize("kind", [filling.FactsKind, filling.TextsKind])
def test_nothing_is_lost_and_nothing_comes_out_but_sentences(
    bench: Bench, kind: type[Kind]
) -> None:
    found = run(kind(bench), 400)
    assert found["written"]
    assert found["refused"]
    assert bench.checked >= found["written"]


@pytest.fixture(scope="module")
def process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Process]:
    """A process of its own, which can be ended when a case does not end; one for all kinds."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(QUICK, "1")
        patch.setattr("tests.hostile.sweep.LONGEST", 10.0)
        process = Process(SEED, tmp_path_factory.mktemp("cases"), audits=0)
        yield process
        process.end()


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        ("facts files", 30),
        ("rosters", 20),
        ("pictures", 30),
        ("templates", 20),
        ("blanks", 15),
        pytest.param("faults", 30, marks=needs_cc),
    ],
)
def test_spoilt_files_and_faults_end_with_a_sentence(
    process: Process, kind: str, number: int
) -> None:
    results = process.run(kind, 0, number, lambda: False) or []
    assert [failure for result in results for failure in result["failures"]] == []
    assert sum(result["cases"] for result in results) == number


def labels(facts: type[Facts]) -> set[str]:
    found: set[str] = set()
    for field in facts.model_fields.values():
        member, _ = members(field)
        found.add(str(field.title))
        if issubclass(member, Facts):
            found |= labels(member)
    return found


def drawn(value: object) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*map(drawn, value.values()))
    return set().union(*map(drawn, value)) if isinstance(value, list) else set()


@pytest.mark.parametrize("form", list_forms(), ids=lambda form: form.key)
def test_every_field_of_every_form_is_drawn(bench: Bench, form: type[Form]) -> None:
    seen: set[str] = set()
    for number in range(60):
        made = draft(form, bench.random(form.key, number), [Path("a.png")], wrong=0)
        seen |= drawn(made.facts)
    assert labels(form) - seen == set()


# The harness itself: each of these breaks the library on purpose, and has to be caught.


def facts_catch(bench: Bench, error: type[Exception]) -> None:
    with pytest.raises(error):
        run(filling.FactsKind(bench), 64)


def test_a_lost_blank_is_caught(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    escaped = text._escaped
    monkeypatch.setattr(text, "_escaped", lambda value, breaks: escaped(value.rstrip(), breaks))
    facts_catch(bench, Lost)


def test_a_broken_zip_is_caught(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = package.Package.assemble
    monkeypatch.setattr(package.Package, "assemble", lambda *a: whole(*a)[:-1])
    with pytest.raises(Invalid):
        run(filling.TextsKind(bench), 20)


def test_broken_xml_is_caught(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(text._IN_RUN, "\t", "<w:tab>")
    with pytest.raises(Invalid, match="not well-formed"):
        run(filling.FactsKind(bench), 200)


def test_a_file_left_behind_is_caught(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    save = Form.save

    def leaves(form: Form, path: Path, **how: bool) -> Path:
        path.with_suffix(".tmp").write_bytes(b"half")
        return save(form, path, **how)

    monkeypatch.setattr(Form, "save", leaves)
    facts_catch(bench, Left)


def test_a_sweep_goes_on_where_it_was(tmp_path: Path) -> None:
    first = Sweep(SEED, tmp_path, audits=0).run({"texts": 200})
    again = Sweep(SEED, tmp_path, audits=0).run({"texts": 300})
    assert first.rows["texts"]["cases"] == 200
    assert again.rows["texts"]["cases"] == 300
    assert again.faults == 0


def test_a_case_without_end_is_counted_and_its_worker_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer, calls = Process._answer, []

    def first_hangs(self: Process, stopped: object) -> str | None:
        calls.append(self)
        if len(calls) > 1:
            return answer(self, stopped)
        while (case := BEAT.unpack(self._beat.read_bytes())[0]) < 20:
            assert case < 300
        return ""

    monkeypatch.setattr(Process, "_answer", first_hangs)
    process = Process(SEED, tmp_path, audits=0)
    try:
        results = process.run("texts", 0, 300, lambda: False) or []
    finally:
        process.end()
    [failure] = [failure for result in results for failure in result["failures"]]
    assert failure["fault"] == "slow"
    assert failure["case"] >= 20
    assert sum(result["cases"] for result in results) == 300


@pytest.mark.slow
def test_a_long_sweep(tmp_path: Path) -> None:
    wanted = {"facts": 20_000, "texts": 10_000, "facts files": 800, "rosters": 400}
    wanted |= {"pictures": 400, "templates": 400}
    if shutil.which("cc") and sys.platform == "linux":
        wanted["faults"] = 800
    table = Sweep(SEED, tmp_path, jobs=2).run(wanted)
    print(table.text())
    assert table.failures == []
    assert sum(table.rows[kind][fault] for kind in wanted for fault in FAULTS) == 0
    assert {kind: row["cases"] for kind, row in table.rows.items()} == wanted
