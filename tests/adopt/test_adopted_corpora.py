"""Every blank of the corpora, ours and the invented: what is handed out is what was promised."""

import difflib
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from benchmarks.adopt import Case, cases
from benchmarks.blanks.corpus import forms
from jingjin_forms import form_of, list_forms
from jingjin_forms.adopting import Adoption, Blank, adopt
from jingjin_forms.adopting.showing.listing import list_of
from jingjin_forms.arriving.arriving import arrived
from jingjin_forms.page.glyphs import symbol
from jingjin_forms.page.prefix import with_usual_prefix
from jingjin_forms.word import compile_template
from jingjin_forms.word.docx.package import Package
from jingjin_forms.word.language.fact_filters import BLANK
from tests.helpers import W, audit, paragraph_text, parts, structural_faults

pytestmark = pytest.mark.slow

LABELS = [
    f"{form.key.replace('/', '.')}.{form.title}"
    for form in list_forms()
    if b"{{" in parts(form.template_path().read_bytes())["word/document.xml"]
] + [f"{module}.{form.title}" for module, form in forms()]
"""Of the cases, which take long to make: each run of the tests collects these."""
TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
TYPED = re.compile(r"\|\s*(民國日期|期間|元|整數|數|國字大寫|單選|複選|勾選)")
EXAMPLES = {"民國日期": "112年3月17日", "期間": "112年8月1日至113年6月30日"}
ROWS_MORE = 2


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("adopted")


@cache
def by_label() -> dict[str, Case]:
    return {case.label: case for case in cases()}


@cache
def adopted(case: str, folder: Path) -> Adoption:
    path = folder / f"{case}.blank.docx"
    path.write_bytes(by_label()[case].blank)
    adoption = adopt(path)
    adoption.save(folder / f"{case}.docx")
    return adoption


@pytest.fixture(params=LABELS, ids=str)
def case(request: pytest.FixtureRequest) -> Case:
    return by_label()[request.param]


def test_every_case_is_looked_at():
    assert list(by_label()) == LABELS


def texts(content: bytes) -> dict[str, list[str]]:
    """What every paragraph of each part shows, symbols and ticks of legacy boxes too."""
    return {
        name: [_shown(p) for p in etree.fromstring(data).iter(f"{W}p")]
        for name, data in parts(content).items()
        if re.match(r"word/(document|header|footer)\d*\.xml$", name)
    }


def _shown(paragraph: etree._Element) -> str:
    """What it prints; symbols and legacy boxes as □, ☑ … where they stand."""
    shown = etree.fromstring(etree.tostring(paragraph))
    for sign in shown.iter(f"{W}sym"):
        font, code = sign.get(f"{W}font") or "", sign.get(f"{W}char") or ""
        sign.tag, sign.text = f"{W}t", symbol(font, code)
    for box in shown.iter(f"{W}checkBox"):
        state = box.find(f"{W}checked")
        state = box.find(f"{W}default") if state is None else state
        is_on = state is not None and (state.get(f"{W}val") or "1") in ("1", "true", "on")
        box.getparent().getparent().tag = f"{W}t"  # its w:fldChar
        box.getparent().getparent().text = "☑" if is_on else "□"
    return paragraph_text(shown)


def came(case: Case, folder: Path) -> bytes:
    """The blank as it is taken: Strict is mended, odd prefixes are made the usual ones."""
    path = folder / f"{case.label}.came.docx"
    path.write_bytes(case.blank)
    came = {name: with_usual_prefix(part) for name, part in arrived(path).parts.items()}
    return Package(came).assemble(())


def test_filled_with_nothing_it_prints_the_blank(case: Case, folder: Path):
    adopted(case.label, folder)
    blank = form_of(folder / f"{case.label}.docx").blank().to_bytes()
    assert structural_faults(blank) == []
    before = texts(came(case, folder))
    assert {n: _without_copies(t) for n, t in texts(blank).items()} == {
        n: _without_copies(t) for n, t in before.items()
    }


def _without_copies(lines: list[str]) -> list[str]:
    return [line.replace("\xa0", " ") for line in lines]


def test_each_mark_is_printed_where_its_name_stands(case: Case, folder: Path):
    adoption = adopted(case.label, folder)
    template = compile_template(folder / f"{case.label}.docx")
    facts, marks = filled(adoption.blanks, more=0)
    content = template.render({**dict.fromkeys(template.variables, BLANK), **facts})
    # Word keeps text boxes twice: the copy for older programs is printed by those only.
    shown = "\n".join(line for lines in printed(content) for line in lines)
    named = Counter(b.name for b in adoption.blanks if b.name in marks)
    assert {n: shown.count(mark) for n, mark in marks.items()} == {n: named[n] for n in marks}


def printed(content: bytes) -> Iterator[list[str]]:
    for name, data in parts(content).items():
        if re.match(r"word/(document|header|footer)\d*\.xml$", name):
            root = etree.fromstring(data)
            for copy in list(root.iter("{*}Fallback")):
                copy.getparent().remove(copy)
            yield [paragraph_text(p) for p in root.iter(f"{W}p") if p.find(f".//{W}p") is None]


def filled(blanks: tuple[Blank, ...], more: int) -> tuple[dict[str, Any], dict[str, str]]:
    """A fact for each blank, and the mark of each that holds a text; lists `more` rows longer."""
    facts: dict[str, Any] = {}
    marks: dict[str, str] = {}
    for blank in blanks:
        typed = TYPED.search(blank.tag)
        if blank.options:
            value: Any = dict.fromkeys(blank.options, "V") if len(blank.options) > 1 else "V"
        elif typed:
            value = EXAMPLES.get(typed[1], "1")
        else:
            value = marks.setdefault(blank.name, f"⟦{len(marks)}⟧")
        named = list_of(blank)
        if not named:
            put(facts, re.split(r"\.", re.sub(r"\[(\d+)\]", r".#\1", blank.name)), value)
            continue
        rows = get_rows(facts, named.split("."), blank.rows + more)
        put(rows[0], blank.name.removeprefix(f"{named}.").split("."), value)
        for row in rows[1:]:
            put(row, blank.name.removeprefix(f"{named}.").split("."), BLANK if not more else value)
    return facts, marks


def get_rows(facts: dict[str, Any], path: list[str], count: int) -> list[dict[str, Any]]:
    *groups, last = path
    for group in groups:
        facts = facts.setdefault(group, {})
    return facts.setdefault(last, [{} for _ in range(count)])


def put(facts: Any, path: list[str], value: Any) -> None:
    """Set a fact by its path; `#2` is the third of a list."""
    for step, after in zip(path, [*path[1:], ""], strict=True):
        new: Any = value if not after else [] if after.startswith("#") else {}
        if step.startswith("#"):
            while len(facts) <= int(step[1:]):
                facts.append({})
            if not after:
                facts[int(step[1:])] = value
            facts = facts[int(step[1:])]
        elif not after:
            facts[step] = value
        else:
            facts = facts.setdefault(step, new)


def test_nothing_but_tagged_paragraphs_differs(case: Case, folder: Path):
    adoption = adopted(case.label, folder)
    before = parts(came(case, folder))
    after = parts((folder / f"{case.label}.docx").read_bytes())
    assert set(before) == set(after)
    tables = {(b.place.part, b.place.table) for b in adoption.blanks if b.rows}
    for name in before:
        if before[name] != after[name]:
            assert name.startswith("word/"), name
            old, new = (list(tokens(etree.fromstring(data[name]))) for data in (before, after))
            assert_only_tags(old, new, has_lists=bool(tables))


def tokens(element: etree._Element) -> Iterator[str]:
    """A part as one line for each paragraph and for each tag outside paragraphs."""
    if element.tag == f"{W}p":
        yield etree.tostring(element, method="c14n").decode()
        return
    if element.tag in (f"{W}tcPr", f"{W}trPr", f"{W}tblPr", f"{W}sectPr", f"{W}sdtPr"):
        yield etree.tostring(element, method="c14n").decode()
        return
    yield f"<{element.tag} {dict(element.attrib)}>"
    for child in element:
        yield from tokens(child)
    yield f"</{element.tag}>"


def assert_only_tags(old: list[str], new: list[str], *, has_lists: bool) -> None:
    if not has_lists:
        assert len(old) == len(new)
        for one, other in zip(old, new, strict=True):
            assert one == other or is_tagged(one, other), (one[-300:], other[-300:])
        return
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            continue
        for token in new[c:d]:  # tagged, or of the rows around those of a list
            assert TAG.search(token) or not token.startswith("<w:p "), token[:300]
        for token in old[a:b]:  # rows that give way to the loop
            assert not token.startswith("<w:sectPr"), token[:300]
        for token in (t for t in new[c:d] if t.startswith("<w:p ") and "{%tr" not in t):
            assert any(is_tagged(one, token) for one in old), token[-300:]


def is_tagged(one: str, other: str) -> bool:
    """Whether a paragraph differs by tags alone: its properties are as they were."""
    if one.startswith("<w:sdtPr"):
        return TAG.search(other) is not None or "showingPlcHdr" in one
    if not one.startswith("<w:p "):
        return False
    before, after = etree.fromstring(one), etree.fromstring(other)
    looks = [
        [etree.tostring(e, method="c14n") for e in p.iterfind(f"{W}pPr")] for p in (before, after)
    ]
    kept = re.sub(r"\s", "", TAG.sub("", paragraph_text(after)))
    remaining = iter(re.sub(r"\s", "", paragraph_text(before)))
    return (
        TAG.search(other) is not None
        and looks[0] == looks[1]
        and all(letter in remaining for letter in kept)  # a part of it, in its order
    )


def test_a_validator_finds_nothing_new(case: Case, folder: Path):
    adoption = adopted(case.label, folder)
    path = folder / f"{case.label}.docx"
    template = compile_template(path)
    known = set(map(faults_without_numbers, audit(came(case, folder))))
    facts, _ = filled(adoption.blanks, more=ROWS_MORE)
    content = template.render({**dict.fromkeys(template.variables, BLANK), **facts})
    assert structural_faults(content) == []
    for found in map(audit, (path.read_bytes(), content, adoption.picture())):
        assert [f for f in found if faults_without_numbers(f) not in known] == []


def faults_without_numbers(fault: str) -> str:
    return re.sub(r"\d+", "", re.sub(r"^\S+ \S*: ", "", fault))
