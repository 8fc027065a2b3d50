"""The pages made from the code: one per form, one per programme, one of all, and the changelog.

Nothing here knows a form or a rule by name: what `list_forms`, `describe`, the editions, the
applications and the samples hold is what the pages say, as the newest text has it.
"""

import html
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from jingjin_forms.checks import Document, Edition, Rule
from jingjin_forms.checks.kinds import Deadline, deadlines_among
from jingjin_forms.forms.catalog import get_programme, list_forms
from jingjin_forms.forms.describe import describe
from jingjin_forms.forms.form import Form
from jingjin_forms.forms.programme import programmes as every_programme
from jingjin_forms.packets.application import Application, Delivery, Paper, list_applications
from jingjin_forms.values.roc import RocDate

PAGES_IN_PLACE_OF = "reference/index.md"
"""The entry of the navigation that stands for all pages made here."""
_ROOT = Path(__file__).parents[2]
_markdown = re.compile(r"([\\`*_\[\]|#])")
_NO_PICTURE = (
    "這份手冊產生時沒有 LibreOffice，所以沒有圖。自己看一眼：`jingjin demo` 會把範例填好，"
    "用 Word 打開即可。"
)


def programmes() -> dict[str, list[type[Form]]]:
    """The forms by the folder of their programme."""
    found: dict[str, list[type[Form]]] = {}
    for form in list_forms():
        found.setdefault(_folder(form), []).append(form)
    return found


def navigation() -> list[dict[str, list[object]]]:
    """The programmes, each with its page and those of its forms."""
    return [
        {
            forms[0].programme: [
                f"reference/{folder}/index.md",
                *({name_of(form): f"reference/{form.key}.md"} for form in forms),
            ]
        }
        for folder, forms in programmes().items()
    ]


def reference_pages(pictured: Collection[str] = ()) -> dict[str, str]:
    """Every page by its place in the guide; `pictured` are the keys of the forms with a picture."""
    pages = {PAGES_IN_PLACE_OF: index_page()}
    for folder, forms in programmes().items():
        pages[f"reference/{folder}/index.md"] = programme_page(folder, forms)
        for form in forms:
            pages[f"reference/{form.key}.md"] = form_page(form, form.key in pictured)
    return pages


def name_of(form: type[Form]) -> str:
    """Its number among its programme's papers, and its title."""
    return f"{form.annex} {form.title}".strip()


def changelog_page() -> str:
    """CHANGELOG.md as it stands."""
    return (_ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def index_page() -> str:
    """All forms, all packets, and the papers that are only named."""
    forms = [
        (f"[{text(name_of(form))}]({form.key}.md)", f"`{form.key}`", text(form.programme))
        for form in list_forms()
    ]
    packets = [
        (f"[{text(kind.title)}]({_folder(kind)}/index.md#{anchor(kind)})", f"`{kind.key}`")
        for kind in list_applications()
    ]
    named = [
        (text(paper.title), text(programme.title), text(str(paper.clause)))
        for programme in every_programme()
        for paper in programme.unpublished
    ]
    return lines(
        "# 表件與規則",
        "這一部分由程式產生，與你裝的版本一致。每張表件一頁：長什麼樣、有哪些欄位、會檢核什麼；"
        "每個計畫一頁：全部規則與期限。",
        "## 表件",
        table(("表件", "代號", "計畫"), forms),
        "## 送件",
        "一份資料產生一次送件的全部文件，見[整份送件](../packet.md)。",
        table(("送件", "代號"), packets),
        "## 只有名稱、沒有格式的表件",
        "官方文件提到這些表件的名稱，但沒有印出格式。這裡不自己編一份；請用縣市或學校的檔案。",
        table(("表件", "計畫", "依據"), named),
    )


def programme_page(folder: str, forms: Sequence[type[Form]]) -> str:
    """The forms, rules, deadlines and packets of one programme."""
    editions = get_programme(folder).editions
    rules = sorted(editions[-1].rules, key=lambda rule: rule.number)
    kinds = [kind for kind in list_applications() if _folder(kind) == folder]
    parts = [
        f"# {text(forms[0].programme)}",
        "## 表件",
        table(
            ("表件", "代號"),
            [(f"[{text(name_of(form))}]({_name(form.key)}.md)", f"`{form.key}`") for form in forms],
        ),
    ]
    if documents := editions[-1].documents:
        parts += ["## 官方文件", document_table(documents)]
    if rules:
        parts += [
            "## 規則",
            "「錯誤」是原文寫明的上限或禁止；「提醒」是「以…為原則」之類，或原文留有解釋空間。"
            "規則只提醒，不擋印。",
            f"```bash\njingjin rules {folder}\n```",
            rule_table(rules, folder),
        ]
    if days := list(dict.fromkeys(_deadlines(editions))):
        shown = table(("期限", "學年度", "事項", "規則"), days)
        parts += ["## 期限", f"```bash\njingjin calendar {folder}\n```", shown]
    for kind in kinds:
        parts += [
            f"## 送件：{text(kind.title)} {{ #{anchor(kind)} }}",
            f"```bash\njingjin new {kind.key} -o {_name(kind.key)}.yaml\n```",
            paper_table(kind, {rule.number for rule in rules}),
        ]
    return lines(*parts)


def form_page(form: type[Form], has_picture: bool) -> str:
    """What one form looks like, its fields, its rules, and how to begin."""
    form = form.of_year(None)
    name, rules = _name(form.key), sorted(form.rules, key=lambda rule: rule.number)
    papers = [(kind, p) for kind in list_applications() for p in kind.papers if p.form == form.key]
    sample = form.sample_path().read_text(encoding="utf-8").rstrip()
    parts = [
        f"# {text(name_of(form))}",
        f"計畫：[{text(form.programme)}](index.md)。代號：`{form.key}`。"
        f"範本：`templates/{form.key}.docx`。",
        f"![{text(form.title)}的範例，填好的第一頁]({name}.png)" if has_picture else _NO_PICTURE,
        "## 開始填",
        f"```bash\njingjin new {form.key} -o facts.yaml\njingjin show {form.key}\n```",
        f"一次要填很多份時，改用名冊（見[填一千份](../../batch.md)）：\n\n"
        f"```bash\njingjin new {form.key} -o 名冊.xlsx\n```",
        "## 欄位",
        "縮排的欄位屬於上面那一欄。「自動計算」的不必填；填了就拿來核對。",
        table(
            ("欄位", "英文名稱", "說明"),
            [
                (indented(row.label), f"`{row.name}`", text(row.instruction))
                for row in describe(form)
            ],
        ),
        "## 檢核的規則",
        rule_table(rules, _folder(form), on_form=True)
        if rules
        else "官方文件對這張表沒有可以由程式判斷的規定；加總仍會核對。",
    ]
    if papers:
        kinds = dict.fromkeys(
            f"[{text(kind.title)}](../{_folder(kind)}/index.md#{anchor(kind)})"
            for kind, _ in papers
        )
        parts += ["## 用在哪一次送件", "、".join(kinds) + "。"]
    parts += [
        "## 範例",
        "人名、校名皆為虛構。",
        f'```yaml title="samples/{form.key}.yaml"\n{sample}\n```',
        "在程式裡：",
        "```python\n"
        "from jingjin_forms import get_form\n\n"
        f'form = get_form("{form.key}")\n'
        'form.sample().save("範例.docx")\n'
        f"form.title  # → {form.title}\n"
        "```",
    ]
    return lines(*parts)


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


def _deadlines(editions: Sequence[Edition]) -> Iterator[tuple[str, ...]]:
    for edition in reversed(editions):
        years = "、".join(map(str, edition.school_years))
        for rule in sorted(deadlines_among(edition.rules), key=_by_day):
            day = rule.last_called if callable(rule.last) else f"{rule.last}{rule.hour}"
            yield text(day), years, text(rule.what), rule.number


def _by_day(rule: Deadline) -> tuple[bool, date]:
    """Days that the facts decide stand behind those that the text names."""
    return (True, date.max) if callable(rule.last) else (False, rule.last)


def rule_table(rules: Sequence[Rule], folder: str, *, on_form: bool = False) -> str:
    """Rules with their clauses; on the page of a form the numbers lead to those of all."""
    known = {_name(form.key): form for form in list_forms() if _folder(form) == folder}
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
        note = f"<br>說明：{text(rule.note)}" if rule.note else ""
        row = [number, str(rule.severity), text(rule.asks) + note]
        row += [] if on_form else ["、".join(where)]
        clause = rule.clause
        row += [text(f"{clause.document} {clause.number}：「{clause.text}」")]
        rows.append((*row, _days(rule)) if dated else tuple(row))
    head = ["編號", "輕重", "規則", *([] if on_form else ["表件"]), "依據"]
    return table([*head, "適用期間"] if dated else head, rows)


def paper_table(kind: type[Application], ruled: Collection[str]) -> str:
    """The papers of an application: how each comes about, and the clause that asks for it."""
    return table(
        ("文件", "怎麼來", "檔名", "核章", "送件方式", "規則", "依據"),
        [
            (
                text(paper.title),
                _origin(paper),
                text(paper.name),
                text(paper.seals),
                "<br>".join(_delivered(delivery) for delivery in paper.deliveries),
                f"[{paper.rule}](#{paper.rule})" if paper.rule in ruled else paper.rule,
                text(str(paper.clause)),
            )
            for paper in kind.papers
        ],
    )


def _origin(paper: Paper) -> str:
    if not paper.form:
        return "自備"
    each = f"，「{text(paper.rows)}」每一項一份" if paper.rows else ""
    return f"[產生](../{paper.form}.md){each}"


def _delivered(delivery: Delivery) -> str:
    """One way in which a paper is handed in: 紙本 一冊：國教署."""
    how = " ".join(filter(None, (delivery.how, delivery.copies)))
    return text("：".join(filter(None, (how, delivery.to))))


def _stage(folder: str, name: str) -> str:
    """What a rule for a whole packet is for."""
    kinds = [kind for kind in list_applications() if kind.key == f"{folder}/{name}"]
    return "、".join(f"[送件：{text(kind.title)}](#{anchor(kind)})" for kind in kinds)


def _days(rule: Rule) -> str:
    first = f"{RocDate(rule.since)}起" if rule.since else ""
    return first + (f"至{RocDate(rule.until)}" if rule.until else "")


def anchor(kind: type[Application]) -> str:
    """Where a programme's page speaks of an application."""
    return f"packet-{_name(kind.key)}"


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


def lines(*parts: str) -> str:
    """The parts of a page, a blank line between them."""
    return "\n\n".join(_filled(parts)) + "\n"


def _filled(parts: Iterable[str]) -> Iterator[str]:
    return (part for part in parts if part)


def _folder(thing: type[Form] | type[Application]) -> str:
    return thing.key.partition("/")[0]


def _name(key: str) -> str:
    return key.partition("/")[2]
