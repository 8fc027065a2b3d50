"""The pages made from the code: one per form, one per programme, one of all, and the changelog.

Nothing here knows a form or a rule by name: what `list_forms`, `describe`, the editions, the
applications and the samples hold is what the pages say, as the newest text has it.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from guide_commands import COMMANDS_PAGE, commands_page
from guide_tables import (
    anchor,
    deadline_rows,
    delivery_table,
    document_table,
    folder_of,
    indented,
    name_of,
    paper_table,
    rule_table,
    short_name,
    table,
    text,
)

from jingjin_forms.forms.catalog import get_programme, list_forms
from jingjin_forms.forms.describe import describe
from jingjin_forms.forms.form import Form
from jingjin_forms.forms.programme import programmes as every_programme
from jingjin_forms.packets.application import list_applications

PAGES_IN_PLACE_OF = "reference/index.md"
"""The entry of the navigation that stands for all pages made here."""
_FORM_CLASSES = "<!-- forms -->"
_ROOT = Path(__file__).parents[2]
_NO_PICTURE = (
    "這份手冊產生時沒有 LibreOffice，所以沒有圖。自己看一眼：`jingjin demo` 會把範例填好，"
    "用 Word 打開即可。"
)


def programmes() -> dict[str, list[type[Form]]]:
    """The forms by the folder of their programme."""
    found: dict[str, list[type[Form]]] = {}
    for form in list_forms():
        found.setdefault(folder_of(form), []).append(form)
    return found


def with_form_classes(page: str) -> str:
    """A page with the class of every form where its marker stands."""
    rows = [
        (
            f"`{form.__name__}`",
            f"[{text(name_of(form))}](reference/{form.key}.md)，{form.programme}",
        )
        for form in list_forms()
    ]
    return page.replace(_FORM_CLASSES, table(("名稱", "用途"), rows))


def navigation() -> list[dict[str, object]]:
    """The commands; the programmes, each with its page and those of its forms."""
    return [
        {"命令": COMMANDS_PAGE},
        *(_of_programme(folder, forms) for folder, forms in programmes().items()),
    ]


def _of_programme(folder: str, forms: Sequence[type[Form]]) -> dict[str, object]:
    return {
        forms[0].programme: [
            f"reference/{folder}/index.md",
            *({name_of(form): f"reference/{form.key}.md"} for form in forms),
        ]
    }


def reference_pages(pictured: Collection[str] = ()) -> dict[str, str]:
    """Every page by its place in the guide; `pictured` are the keys of the forms with a picture."""
    pages = {PAGES_IN_PLACE_OF: index_page(), COMMANDS_PAGE: commands_page()}
    for folder, forms in programmes().items():
        pages[f"reference/{folder}/index.md"] = programme_page(folder, forms)
        for form in forms:
            pages[f"reference/{form.key}.md"] = form_page(form, form.key in pictured)
    return pages


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
        (f"[{text(kind.title)}]({folder_of(kind)}/index.md#{anchor(kind)})", f"`{kind.key}`")
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
    kinds = [kind for kind in list_applications() if folder_of(kind) == folder]
    parts = [
        f"# {text(forms[0].programme)}",
        "## 表件",
        table(
            ("表件", "代號"),
            [
                (f"[{text(name_of(form))}]({short_name(form.key)}.md)", f"`{form.key}`")
                for form in forms
            ],
        ),
    ]
    if documents := editions[-1].documents:
        parts += ["## 官方文件", document_table(documents)]
    if rules:
        parts += [
            "## 規則",
            "「錯誤」是原文寫明的上限或禁止；「提醒」是「以…為原則」之類，或原文留有解釋空間。"
            "規則只提醒，不擋印。原文前後不一或沒有寫明的，依據下面的「說明」寫出這裡怎麼讀。",
            f"```bash\njingjin rules {folder}\n```",
            rule_table(rules, folder),
        ]
    if days := list(dict.fromkeys(deadline_rows(editions))):
        shown = table(("期限", "學年度", "事項", "規則"), days)
        parts += ["## 期限", f"```bash\njingjin calendar {folder}\n```", shown]
    elif rules:
        parts += ["## 期限", "規定沒有寫明期限；請看主管機關的公文。"]
    for kind in kinds:
        parts += [
            f"## 送件：{text(kind.title)} {{ #{anchor(kind)} }}",
            f"```bash\njingjin new {kind.key} -o {short_name(kind.key)}.yaml\n```",
            paper_table(kind, {rule.number for rule in rules}),
            delivery_table(kind),
        ]
    return lines(*parts)


def form_page(form: type[Form], has_picture: bool) -> str:
    """What one form looks like, its fields, its rules, and how to begin."""
    form = form.of_year(None)
    name, rules = short_name(form.key), sorted(form.rules, key=lambda rule: rule.number)
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
        rule_table(rules, folder_of(form), on_form=True)
        if rules
        else "官方文件對這張表沒有可以由程式判斷的規定；加總仍會核對。",
    ]
    if papers:
        kinds = dict.fromkeys(
            f"[{text(kind.title)}](../{folder_of(kind)}/index.md#{anchor(kind)})"
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


def lines(*parts: str) -> str:
    """The parts of a page, a blank line between them."""
    return "\n\n".join(_filled(parts)) + "\n"


def _filled(parts: Iterable[str]) -> Iterator[str]:
    return (part for part in parts if part)
