"""The truth of our own papers: where the tags of their templates stand in the blank forms.

Each `{{ … }}` of a template is put between marks, and the template is filled with nothing. What
comes out says the same as the blank paper, with a mark around everything that a tag has printed;
so place and printed text are exactly those of the blank paper. Taken from that:

- A tag is named by the first fact it prints: `學校名稱.簡稱 if 學校名稱 else "○○國小"` is 學校名稱.
- `{% if 單價 %}{{ 單價 }}元{% endif %}` prints nothing in a blank form: the room stays a blank.
  What an `{% else %}` prints in its place is what the blank prints, without what both have in
  common.
- The rows of a `{%tr for %}` are one list: its first row counts, with the number of rows; a single
  printed row is none. Of what `{%tc for %}` repeats the last part is as good a name.
- Where a cell of the blank paper is empty and no tag of ours prints there (a sum of unit prices, a
  row that only the blank paper has), a tag may be put or not.
- Tags that print nothing side by side are one blank: either name will do.
- Boxes of one choice are one blank. A box whose tag is no choice (`"■" if 分校名稱 else "□"`), and
  whatever the blank paper prints as its text or usual value (學年度 113, 時, 800), may be tagged or
  not.
- What the paper itself prints beside a blank is as good a name (`printed_names.py`); `--strictly`
  counts the tags' names alone.
- The kind is told by what stands there: 年月 a date, ___ a line, ○○ a sample, a whole cell 標籤右格
  (grids and cells below their label are counted there too), behind 「：」 a colon.
- A tag with an index (成果檢核[0]), and those of repeated columns, say no name that a person would
  give: names are not compared.
- A running head repeats a fact of the document, as `read` knows too: it is no blank.
  Signatures have no tags; rows that only the blank paper prints have none either.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from jinja2 import nodes
from lxml import etree

from benchmarks.blanks.marked import Truth, parts_of, unmarked_parts, with_free_lists, words
from benchmarks.blanks.printed_names import with_printed_names
from jingjin_forms.adopting.blank import Kind
from jingjin_forms.forms.form import Form
from jingjin_forms.forms.identity import template_of
from jingjin_forms.values.choice import EMPTY_BOX, TICKED_BOX, Boxes, TickMarks
from jingjin_forms.word.compile import ENVIRONMENT, compile_parts
from jingjin_forms.word.docx.location import (
    CELL,
    PARAGRAPH,
    TEXT,
    Element,
    Place,
    part_title,
    places,
)
from jingjin_forms.word.template import CompiledTemplate

OUTPUT = re.compile(r"\{\{-?(.+?)-?\}\}")
TAG = re.compile(r"\{\{.+?\}\}|\{%.+?%\}")
FOR = re.compile(r"\{%[-+]?\s*(p|tr|tc|r)?\s*for (\w+) in (.+?)\s*[-+]?%\}")
END_FOR = re.compile(r"\{%[-+]?\s*(?:p|tr|tc|r)?\s*endfor")
HIDDEN = re.compile(
    r"(\{% if ((?:(?!%\}).)+)%\})((?:(?!\{% (?:if|else|elif|endif)).)*)(\{% endif %\})"
)
EITHER = re.compile(
    r"(\{% if (?:(?!%\}).)+%\})((?:(?!\{%).)*)(\{% else %\})((?:(?!\{%).)*)(\{% endif %\})"
)
PLACEHOLDER = re.compile(r"[_＿○〇□\s.…/年月日至時分\-~～]*")
_RUNNING = re.compile(r"word/(header|footer)")
IN_ROWS, IN_COLUMNS = "〔列〕", "〔欄〕"
"""Behind the name of a loop, until the truth is sorted out."""


class OwnPaperError(AssertionError):
    """A paper whose marked blank does not say what its blank says."""


@dataclass(frozen=True)
class OwnPaper:
    """A blank paper of ours and its truth."""

    title: str
    key: str
    blank: bytes
    truths: tuple[Truth, ...]
    nameless: frozenset[str]
    """The tags that say no name that a person would give."""
    printed_names: list[frozenset[str]]
    """Of the truths, in their order, the names that only the paper prints."""

    def strictly_named(self) -> "OwnPaper":
        """The same without the names that only the paper prints."""
        rest = self.truths[len(self.printed_names) :]
        named = [
            replace(truth, others=tuple(n for n in truth.others if n not in printed))
            for truth, printed in zip(self.truths, self.printed_names, strict=False)
        ]
        return replace(self, truths=(*named, *rest))


def own_paper(form: type[Form]) -> OwnPaper:
    """Raises OwnPaperError when marks have changed more than they should."""
    paper = form.blank()
    blank = paper.to_bytes()
    template = Path(template_of(form, paper._year_and_edition(None)[1]))
    context = paper.context()
    marked = {
        name: _with_marks(content)
        if name.startswith("word/") and name.endswith(".xml") and not _RUNNING.match(name)
        else content
        for name, content in parts_of(template.read_bytes()).items()
    }
    rendered = CompiledTemplate(template, compile_parts(template, marked)).render(context)
    parts, found = unmarked_parts(parts_of(rendered))
    _prove_same(parts, parts_of(blank), form.key)
    sorted_out = with_free_lists(_merged(_sorted_out(found, context, parts)), parts)
    read = tuple(with_printed_names(sorted_out, parts))
    truths = (*(truth for truth, _ in read), *_empty_cells(found, parts))
    names = [t.name for t in truths]
    several = {t.name for t, printed in read if set(t.others) - printed}
    repeated = {name for name in several if names.count(name) > 1}
    nameless = frozenset(n for n in names if "[" in n or n in repeated)
    return OwnPaper(form.title, form.key, blank, truths, nameless, [p for _, p in read])


def _with_marks(content: bytes) -> bytes:
    root = etree.fromstring(content)
    loops: dict[str, str] = {}
    open_loops: list[str] = []
    for paragraph in root.iter(PARAGRAPH):
        texts = [t for t in paragraph.iter(TEXT) if next(t.iterancestors(PARAGRAPH)) is paragraph]
        whole = "".join(t.text or "" for t in texts)
        if "{" not in whole:
            continue
        for text in texts:
            value = text.text or ""
            if value.count("{{") != value.count("}}"):
                raise OwnPaperError(f"標籤分在兩處：{whole}")
            text.text = _marked_text(value, loops, open_loops)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _marked_text(value: str, loops: dict[str, str], open_loops: list[str]) -> str:
    """Every output between marks; loops are opened and closed on the way."""
    value = EITHER.sub(_marked_other, HIDDEN.sub(_shown_when_hidden, value))
    made, end = "", 0
    for tag in TAG.finditer(value):
        made += value[end : tag.start()]
        end = tag.end()
        if loop := FOR.match(tag[0]):
            base = fact_of(loop[3]) or loop[3]
            where = IN_COLUMNS if loop[1] == "tc" else IN_ROWS
            loops[loop[2]] = _under_loops(base, loops) + where
            open_loops.append(loop[2])
        elif END_FOR.match(tag[0]):
            loops.pop(open_loops.pop())
        output = OUTPUT.fullmatch(tag[0])
        name = fact_of(output[1]) if output else None
        made += f"⟦無標籤格|{_under_loops(name, loops)}|{tag[0]}|同名⟧" if name else tag[0]
    return made + value[end:]


def _shown_when_hidden(found: re.Match[str]) -> str:
    output = OUTPUT.search(found[3])
    if output is None or "loop." in found[2] or fact_of(output[1]) is None:
        return found[0]
    return f'{found[1]}{found[3]}{{% else %}}{{{{ "" if true else ({output[1]}) }}}}{found[4]}'


def _marked_other(found: re.Match[str]) -> str:
    """What stands for a fact that is not there, between marks."""
    filled, blank = found[2], found[4]
    if "{{" in blank:
        filled, blank = blank, filled
    output = OUTPUT.search(filled)
    name = fact_of(output[1]) if output else None
    if output is None or name is None or "{{" in blank or not blank:
        return found[0]
    start, end = _shared(blank, filled[: output.start()]), 0
    if rest := OUTPUT.split(filled)[-1].strip():
        end = len(rest) if blank.endswith(rest) else 0
    inner = blank[start : len(blank) - end]
    marked = f"{blank[:start]}⟦無標籤格|{name}|{inner}|同名⟧{blank[len(blank) - end :]}"
    return found[0].replace(f"%}}{blank}{{%", f"%}}{marked}{{%")


def _shared(blank: str, filled: str) -> int:
    """How much of the beginning both have, white space apart."""
    word = filled.strip()
    return blank.index(word) + len(word) if word and blank.startswith(word) else 0


def _under_loops(name: str, loops: Mapping[str, str]) -> str:
    first = re.match(r"\w+", name)
    if first and first[0] in loops:
        return loops[first[0]] + name[first.end() :]
    return name


def fact_of(expression: str) -> str | None:
    """The first fact that an expression prints, as it is written: 經費.單價."""
    parsed = ENVIRONMENT.parse("{{" + expression + "}}")
    output = parsed.body[0]
    assert isinstance(output, nodes.Output)
    found = _first_fact(output.nodes[0])
    if found is None or found.startswith("loop."):
        return None
    return re.sub(r"^學校名稱\..*", "學校名稱", found)


def _first_fact(node: nodes.Node) -> str | None:
    path = _path(node)
    if path is not None:
        return path
    if isinstance(node, nodes.CondExpr):
        outcomes = [node.expr1, *([node.expr2] if node.expr2 else [])]
        printed = next(filter(None, map(_first_fact, outcomes)), None)
        boxes = {o.value for o in outcomes if isinstance(o, nodes.Const)}
        return printed or (_first_fact(node.test) if boxes == {TICKED_BOX, EMPTY_BOX} else None)
    return next(filter(None, map(_first_fact, node.iter_child_nodes())), None)


def _path(node: nodes.Node) -> str | None:
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Filter) and node.node is not None:
        return _path(node.node)
    if isinstance(node, nodes.Call):
        return _path(node.node.node) if isinstance(node.node, nodes.Getattr) else None
    if isinstance(node, nodes.Getattr):
        inner = _path(node.node)
        return inner and f"{inner}.{node.attr}"
    if isinstance(node, nodes.Getitem):
        inner = _path(node.node)
        if inner is None or isinstance(node.arg, nodes.Slice):
            return inner
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return f"{inner}.{node.arg.value}"
        value = node.arg.value if isinstance(node.arg, nodes.Const) else "?"
        return f"{inner}[{value}]"
    return None


def _prove_same(marked: Mapping[str, bytes], blank: Mapping[str, bytes], key: str) -> None:
    for name, content in blank.items():
        if name.startswith("word/") and name.endswith(".xml"):
            ours, theirs = (
                list(_texts(etree.fromstring(each))) for each in (marked[name], content)
            )
            if ours != theirs:
                first = next((p for p in zip(ours, theirs, strict=False) if p[0] != p[1]), ())
                raise OwnPaperError(f"{key} {name}：{first or (len(ours), len(theirs))}")


def _texts(root: Element) -> Iterator[tuple[Place, str]]:
    for element, place in places(root, ""):
        yield place, "".join(element.itertext(TEXT)) if element.tag == PARAGRAPH else ""


def _sorted_out(
    found: tuple[Truth, ...], context: Mapping[str, Any], parts: Mapping[str, bytes]
) -> Iterator[Truth]:
    """Rows as lists, boxes as choices, each with its kind."""
    cells = dict(_whole_cells(parts))
    rows: dict[str, set[Place]] = {}
    options: dict[str, list[str]] = {}
    for truth in found:
        if IN_ROWS in truth.name:
            rows.setdefault(truth.name, set()).add(replace(truth.place, column=0))
        parent, option = _choice_of(truth, context)
        if parent and option not in options.setdefault(parent, []):
            options[parent].append(option)
    seen: set[str] = set()
    names: set[str] = set()
    for truth in found:
        parent, _ = _choice_of(truth, context)
        path = parent or truth.name
        repeated = len(rows.get(truth.name, ()))
        if path in seen and (parent or repeated) and IN_COLUMNS not in path:
            continue
        seen.add(path)
        name = path.replace(IN_ROWS, "").replace(IN_COLUMNS, "")
        last = name.rpartition(".")[2]
        yield replace(
            truth,
            name=name,
            others=(last,) if IN_COLUMNS in path else (),
            kind=_kind(truth, cells, repeated, chosen=bool(parent)),
            options=tuple(options.get(parent, ())),
            rows=repeated if repeated > 1 else 0,
            optional=not parent and _is_usual(truth.printed),
            again=name in names,
        )
        names.add(name)


def _empty_cells(found: tuple[Truth, ...], parts: Mapping[str, bytes]) -> Iterator[Truth]:
    marked = {truth.place for truth in found}
    for place, text in _whole_cells(parts):
        if not text and place not in marked:
            yield Truth("", Kind.LONE, place, optional=True, again=True)


def _is_usual(printed: str) -> bool:
    """Whether a blank paper prints this as its text or usual value."""
    if printed in (EMPTY_BOX, TICKED_BOX):
        return True
    return not PLACEHOLDER.fullmatch(printed) and "○" not in printed and "_" not in printed


def _merged(truths: Iterator[Truth]) -> Iterator[Truth]:
    """Tags that print nothing side by side are one blank."""
    before: Truth | None = None
    for truth in truths:
        if before is None:
            before = truth
        elif (before.place, before.before) == (truth.place, truth.before) and not (
            before.printed.strip() or before.options or truth.options
        ):
            before = replace(before, others=(*before.others, truth.name, *truth.others))
        else:
            yield before
            before = truth
    if before is not None:
        yield before


def _choice_of(truth: Truth, context: Mapping[str, Any]) -> tuple[str, str]:
    """學校類型 and 國小 for `學校類型.國小`, where that is a choice."""
    parent, _, option = truth.name.rpartition(".")
    if isinstance(_value(parent, context), Boxes | TickMarks):
        return parent, option
    in_rows = IN_ROWS in parent and truth.printed in (EMPTY_BOX, TICKED_BOX)
    return (parent, option) if in_rows and not parent.endswith(IN_ROWS) else ("", "")


def _value(path: str, context: Mapping[str, Any]) -> Any:
    value: Any = context
    for name, index in re.findall(r"([^.\[\]]+)|\[(\d+)\]", path):
        try:
            value = value[int(index)] if index else value[name]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def _whole_cells(parts: Mapping[str, bytes]) -> Iterator[tuple[Place, str]]:
    for name, content in parts.items():
        if name.startswith("word/") and name.endswith(".xml"):
            for element, place in places(etree.fromstring(content), part_title(name)):
                if element.tag == CELL:
                    yield place, words("".join(element.itertext(TEXT)))


def _kind(truth: Truth, cells: Mapping[Place, str], repeated: int, *, chosen: bool) -> Kind:
    printed = truth.printed
    if repeated > 1:
        return Kind.LIST
    if chosen or printed in (EMPTY_BOX, TICKED_BOX):
        return Kind.CHOICE
    if "萬" in printed or "元整" in printed:
        return Kind.AMOUNT
    if "年" in printed and "月" in printed:
        return Kind.DATE
    if re.fullmatch(r"[_＿.…\s]+", printed) and printed.strip():
        return Kind.LINE
    if "○" in printed or "〇" in printed:
        return Kind.SAMPLE
    if truth.place in cells and cells[truth.place] == words(printed):
        return Kind.RIGHT
    if truth.before.endswith(("：", ":")):
        return Kind.COLON
    return Kind.LONE
