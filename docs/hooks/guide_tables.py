"""What the pages made from the code list: texts, rules, deadlines, papers and how they go."""

import html
import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from jingjin_forms.checks import Document, Edition, Rule
from jingjin_forms.checks.deadlines import calendar
from jingjin_forms.forms.catalog import list_forms
from jingjin_forms.forms.form import Form
from jingjin_forms.packets.application import (
    Application,
    Delivery,
    Paper,
    list_applications,
)
from jingjin_forms.values.roc import RocDate

_markdown = re.compile(r"([\\`*_\[\]|#])")


def name_of(form: type[Form]) -> str:
    """Its number among its programme's papers, and its title."""
    return f"{form.annex} {form.title}".strip()


def document_table(documents: Iterable[Document]) -> str:
    """The official texts that the rules rest on, with as much as is known of them."""
    rows = [
        (
            f"[{text(document.title)}]({document.link})" if document.link else text(document.title),
            text(document.number),
            str(document.issued or ""),
            "、".join(map(str, document.school_years)),
            str(document.checked or ""),
        )
        for document in documents
    ]
    head = ("文件", "文號", "發布日期", "學年度", "核對日期")
    shown = [n for n in range(len(head)) if any(row[n] for row in rows)]
    return table([head[n] for n in shown], [[row[n] for n in shown] for row in rows])


def deadline_rows(editions: Sequence[Edition]) -> Iterator[tuple[str, ...]]:
    """The deadlines of a programme; those that the facts decide, in words."""
    for edition, rule in calendar(editions):
        years = "、".join(map(str, edition.school_years))
        yield text(rule.called), years, text(rule.what), rule.number


def rule_table(rules: Sequence[Rule], folder: str, *, on_form: bool = False) -> str:
    """Rules with their clauses; on the page of a form the numbers lead to those of all."""
    known = {short_name(form.key): form for form in list_forms() if folder_of(form) == folder}
    dated = any(rule.since or rule.until for rule in rules)
    anchored: set[str] = set()
    rows: list[tuple[str, ...]] = []
    for rule in rules:
        number = f"[{rule.number}](index.md#{rule.number})" if on_form else rule.number
        if not on_form and rule.number not in anchored:
            number = f'<span id="{rule.number}">{number}</span>'
            anchored.add(rule.number)
        where = (
            f"[{text(name_of(known[name]))}]({name}.md)" if name in known else _stage(folder, name)
            for name in rule.forms
        )
        row = [number, str(rule.severity), text(rule.asks)]
        row += [] if on_form else ["、".join(where)]
        clause = rule.clause
        note = f"<br>說明：{text(rule.note)}" if rule.note else ""
        row += [text(f"{clause.document} {clause.number}：「{clause.text}」") + note]
        rows.append((*row, _days(rule)) if dated else tuple(row))
    head = ["編號", "輕重", "規則", *([] if on_form else ["表件"]), "依據"]
    return table([*head, "適用期間"] if dated else head, rows)


def paper_table(kind: type[Application], ruled: Collection[str]) -> str:
    """The papers of an application: how each comes about, and the clause that asks for it."""
    return table(
        ("文件", "怎麼來", "檔名", "核章", "規則", "依據"),
        [
            (
                text(paper.title),
                _origin(paper),
                text(paper.name),
                text(paper.seals),
                f"[{paper.rule}](#{paper.rule})" if paper.rule in ruled else paper.rule,
                text(str(paper.clause)),
            )
            for paper in kind.papers
        ],
    )


def delivery_table(kind: type[Application]) -> str:
    """How the papers of an application are handed in; blank where its texts do not say."""
    rows = [
        tuple(
            map(text, (paper.title, way.how, way.copies, way.to, str(way.clause or paper.clause)))
        )
        for paper in kind.papers
        for way in paper.deliveries
    ]
    head = ("文件", "送法", "份數與裝訂", "收件", "依據")
    return table(head, dict.fromkeys(rows)) if rows else ""


def _cited(paper: Paper, way: Delivery) -> str:
    return str(way.clause or paper.clause)


def _origin(paper: Paper) -> str:
    if not paper.form:
        return "自備"
    each = f"，「{text(paper.rows)}」每一項一份" if paper.rows else ""
    return f"[產生](../{paper.form}.md){each}"


def _stage(folder: str, name: str) -> str:
    """What a rule for a whole packet is for."""
    kinds = [kind for kind in list_applications() if kind.key == f"{folder}/{name}"]
    return "、".join(f"[送件：{text(kind.title)}](#{anchor(kind)})" for kind in kinds)


def _days(rule: Rule) -> str:
    first = f"{RocDate(rule.since)}起" if rule.since else ""
    return first + (f"至{RocDate(rule.until)}" if rule.until else "")


def anchor(kind: type[Application]) -> str:
    """Where a programme's page speaks of an application."""
    return f"packet-{short_name(kind.key)}"


def text(given: str) -> str:
    """A text that markdown and HTML show as it is, within a cell of a table."""
    return _markdown.sub(r"\\\1", html.escape(given, quote=False)).replace("\n", "<br>")


def indented(label: str) -> str:
    """A label whose full-width blanks in front stay."""
    plain = label.lstrip("　")
    return "&emsp;" * (len(label) - len(plain)) + text(plain)


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table in markdown."""
    titles = list(head)
    cells = [titles, ["---"] * len(titles), *rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in cells)


def folder_of(thing: type[Form] | type[Application]) -> str:
    return thing.key.partition("/")[0]


def short_name(key: str) -> str:
    return key.partition("/")[2]
