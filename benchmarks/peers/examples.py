"""docxtpl's own example scripts, rendered by docxtpl and by us: the same text, pictures and links?

    python benchmarks/peers/examples.py

The scripts are those of docxtpl's repository (`tests/*.py` up to 0.20.2), each rebuilt here from
what it shows: its template with python-docx, its values with docxtpl's classes. Left out are those
that show docxtpl's own workings (its test runner, its private methods). Subdocuments of docxtpl
need docxcompose; where that is not installed they are told apart.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from docx import Document
from docx.shared import Mm, Pt
from docxtpl import DocxTemplate, InlineImage, Listing, R, RichText, RichTextParagraph
from jinja2 import Environment
from PIL import Image

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from jingjin_forms import compile_template  # noqa: E402
from jingjin_forms.errors import JingjinError  # noqa: E402
from tests.helpers import W, paragraph_text, part_root, parts  # noqa: E402
from tests.word.build import docx, note_reference, par, zipped  # noqa: E402

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_EMBEDDED = "word/embeddings/a.xlsx"
_PARTS = ("document", "header", "footer", "footnotes")
Values = Mapping[str, Any]


@dataclass(frozen=True)
class Example:
    """One of the scripts."""

    name: str
    template: Callable[[Path], bytes]
    values: Callable[[Any, Path], Values] = lambda tpl, folder: {}
    """What it renders; asks the template, docxtpl's or ours, for links and subdocuments."""
    replace: tuple[str, ...] = ()
    """The methods of docxtpl it calls to replace `old` by `new`, files of the folder."""
    filters: Mapping[str, Callable[..., Any]] = field(default_factory=dict[str, Any])


def image(width: int, height: int, shade: int = 90) -> bytes:
    """A picture that is stored as it is."""
    out = BytesIO()
    Image.new("RGB", (width, height), (shade, 9, 200)).save(out, "PNG")
    return out.getvalue()


def word(
    *paragraphs: str, rows: tuple[tuple[str, ...], ...] = (), header: str = "", footer: str = ""
) -> Callable[[Path], bytes]:
    """A template: paragraphs, a table, a header, a footer."""

    def make(_: Path) -> bytes:
        document = Document()
        for text in paragraphs:
            document.add_paragraph(text)
        if rows:
            table = document.add_table(len(rows), max(map(len, rows)))
            for row, texts in zip(table.rows, rows, strict=True):
                for cell, text in zip(row.cells, texts, strict=False):
                    cell.text = text
        section = document.sections[0]
        if header:
            section.header.paragraphs[0].text = header
        if footer:
            section.footer.paragraphs[0].text = footer
        return saved(document)

    return make


def saved(document: Any) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def with_picture(folder: Path) -> bytes:
    """Pictures in the text and in the header, to be replaced."""
    document = Document()
    document.add_paragraph("{{ myvar }}")
    document.add_picture(str(folder / "old"), width=Mm(30))
    document.sections[0].header.paragraphs[0].add_run("{{ myvar }}").add_picture(
        str(folder / "old"), width=Mm(20)
    )
    return saved(document)


def with_embedded(folder: Path) -> bytes:
    """A file within the file."""
    content = (folder / "old").read_bytes()
    kind = '<Default Extension="xlsx" ContentType="application/vnd.ms-excel"/>'
    made = docx(par("{{ myvar }}"), extra={_EMBEDDED: content}, extra_types=kind)
    rels = "word/_rels/document.xml.rels"
    relation = f'<Relationship Id="rIdFile" Type="{_OFFICE}/package" Target="/{_EMBEDDED}"/>'
    told = parts(made)[rels].replace(b"</Relationships>", f"{relation}</Relationships>".encode())
    return zipped({**parts(made), rels: told})


def with_footnote(_: Path) -> bytes:
    body = par("{{ a }}").replace("</w:p>", note_reference() + "</w:p>")
    return docx(body, footnote=par("a: {{ a }}, b: {{ b }}"))


def with_properties(_: Path) -> bytes:
    document = Document()
    document.add_paragraph("{{ test }}")
    for name in ("title", "subject", "author", "comments"):
        setattr(document.core_properties, name, "{{ test }} " + name)
    return saved(document)


def with_styles(text: str) -> Callable[[Path], bytes]:
    def make(_: Path) -> bytes:
        document = Document()
        document.styles.add_style("myrichtextstyle", 2).font.bold = True
        document.styles.add_style("myparastyle", 1).font.size = Pt(20)
        document.add_paragraph(text)
        return saved(document)

    return make


def rich(*pieces: tuple[str, dict[str, Any]]) -> RichText:
    text = RichText()
    for piece, properties in pieces:
        text.add(piece, **properties)
    return text


def linked(tpl: Any) -> RichText:
    text = RichText("an hyperlink, here to ")
    text.add("google", url_id=tpl.build_url_id("http://google.com/?a=1&b=2"), underline=True)
    return text


def drawn(tpl: Any, pixels: int = 40, **size: Any) -> InlineImage:
    return InlineImage(tpl, BytesIO(image(pixels, 20)), **size)


def merged_file(folder: Path) -> str:
    document = Document()
    document.add_heading("A heading", 1)
    document.add_paragraph("a bullet", style="List Bullet")
    document.add_paragraph("a number", style="List Number")
    document.add_picture(BytesIO(image(30, 30)), width=Mm(10))
    document.add_table(1, 2, style="Table Grid").cell(0, 0).text = "a cell & <more>"
    path = folder / "part.docx"
    document.save(str(path))
    return str(path)


def written_part(tpl: Any) -> Any:
    part = tpl.new_subdoc()
    part.add_paragraph("This is a sub-document")
    paragraph = part.add_paragraph("It has been ")
    paragraph.add_run("dynamically").bold = True
    part.add_heading("Here is a heading", 2)
    part.add_picture(BytesIO(image(25, 25)), width=Mm(12))
    table = part.add_table(1, 2)
    table.rows[0].cells[0].text = "Qty"
    return part


ORDER = (
    ("{%tr for item in items %}", "", ""),
    ("{{ item.desc }}", "{{ item.qty }}", "{{ item.price }}"),
    ("{%tr endfor %}", "", ""),
    ("Total", "", "{{ total }}"),
)
ITEMS = [
    {"desc": "Café & <Co>", "qty": 2, "price": "2.50"},
    {"desc": "Tea", "qty": 1, "price": "1"},
]
GRID = (
    ("", "{% colspan labels|length %}Labels"),
    ("Name", "{%tc for l in labels %}", "{{ l }}", "{%tc endfor %}"),
    ("{%tr for r in rows %}", "", "", ""),
    ("{{ r.name }}", "{%tc for c in r.cols %}", "{{ c }}", "{%tc endfor %}"),
    ("{%tr endfor %}", "", "", ""),
)
COLOURS = (
    ("{%tr for a in alerts %}", ""),
    ("{% cellbg a.bg %}{{ a.type }}", "{{r a.text }}"),
    ("{%tr endfor %}", ""),
)
SPECIAL = "less than < greater than > ampersand & quotes \" '"


def const(**values: Any) -> Callable[[Any, Path], Values]:
    return lambda tpl, folder: values


EXAMPLES = [
    Example("cellbg", word(rows=COLOURS), const(alerts=[
        {"bg": "FF0000", "type": "high", "text": RichText("disk", color="FFFFFF")},
        {"bg": "00FF00", "type": "low", "text": RichText("ok & <fine>", bold=True)}])),
    Example("comments", word("a{# no #}b", "{#p a line #}", "c",
                             rows=(("x", "{#tc cell #}", "y"), ("{#tr row #}", "", "")))),
    Example("complex_vertical_merging", word(rows=(
        ("{%tr for a in list %}", ""), ("{% vm %}{{ a.n }}", "{{ a.m }}"), ("{%tr endfor %}", ""))),
        const(list=[{"n": "same", "m": i} for i in range(3)])),
    Example("custom_jinja_filters", word("{{ a|my_a }} {{ b|my_b(2) }}"), const(a="x", b=3),
            filters={"my_a": lambda v: f"{v} A", "my_b": lambda v, by: v * by}),
    Example("doc_properties", with_properties, const(test="HelloWorld")),
    Example("dynamic_table", word(rows=GRID), const(
        labels=["fruit", "tree"], rows=[{"name": "yellow", "cols": ["banana", "lemon"]},
                                        {"name": "green", "cols": ["lime", "palm"]}])),
    Example("embedded", with_embedded, const(myvar="x"), ("replace_embedded",)),
    Example("embedded (zipname)", with_embedded, const(myvar="x"), ("replace_zipname",)),
    Example("escape", word("{{r myvar }}", "{{ myescvar|e }}", "{{r nlnp }}", "{{ mylisting }}",
                           "{{r page_break }}", "{{ some_html }}"),
            const(myvar=R('"less than" is <'), myescvar="too : < ", mylisting=Listing(
                "the\nlisting\n<>& \a new"), nlnp=R("a\nb\ac", color="#ff00ff"),
                page_break=R("\f"), some_html="HTTP/1.1\n<html>\n\t<b/>\n</html>")),
    Example("escape_auto", word("{{ var }}", "{{ nested.a }}"),
            const(var=SPECIAL, nested={"a": SPECIAL})),
    Example("escaping_delimiters", word("{_{ a }_} {_% b %_} {{ c }}"), const(c="d")),
    Example("footnotes", with_footnote, const(a="A & <", b="B")),
    Example("get_undeclared_variables", word("{{ a }}{% for x in b %}{{ x }}{% endfor %}"),
            const(a="1", b=["2"])),
    Example("header_footer", word("{{ company_name }}", header="{{ company_name }} {{ title }}",
                                  footer="{{ company_name }}"),
            const(company_name="The World Wide company", title="Hello & <all>")),
    Example("header_footer_entities", word("x", header="{{ title }}"), const(title="a & b < c")),
    Example("header_footer_image", with_picture, const(myvar="v"), ("replace_media",)),
    Example("header_footer_image_file_obj", with_picture, const(myvar="v"),
            ("replace_media",)),
    Example("header_footer_inline_image", word("x", header="{{ i }}", footer="{{ i }}"),
            lambda tpl, folder: {"i": drawn(tpl, height=Mm(10))}),
    Example("header_footer_utf8", word("x", header="{{ t }}", footer="{{ t }}"), const(t="標題éà")),
    Example("header_footer_ko", word("x", header="{{ t }}"), const(t="한국어")),
    Example("horizontal_merge", word(rows=(("{%tc for c in n %}", "{% hm %}head", "{%tc endfor %}"),
                                           ("{%tc for c in n %}", "{{ c }}", "{%tc endfor %}"))),
            const(n=["a", "b", "c"])),
    Example("hyperlink", word("{{ i }}"), lambda tpl, folder: {
        "i": drawn(tpl, width=Mm(20), anchor="http://www.google.com/?a&b")}),
    Example("inline_image", word("{{ a }} and {{ b }}", rows=(
        ("{%tr for f in fs %}", ""), ("{{ f.i }}", "{{ f.d }}"), ("{%tr endfor %}", ""))),
        lambda tpl, folder: {"a": drawn(tpl, width=Mm(20)),
                             "b": drawn(tpl, width=Mm(30), height=Mm(60)),
                             "fs": [{"i": drawn(tpl, 30 + n, height=Mm(10)), "d": f"d{n} &"}
                                    for n in range(4)]}),
    Example("less_cells_after_loop", word(rows=(
        ("{%tc for c in [1] %}", "{{ c }}", "{%tc endfor %}"), ("a", "b", "c"))), const()),
    Example("merge_docx", word("before", "{{p part }}", "after"),
            lambda tpl, folder: {"part": tpl.new_subdoc(merged_file(folder))}),
    Example("merge_docx_with_render", word("{{ t }}", "{{p part }}"),
            lambda tpl, folder: {"t": "title", "part": tpl.new_subdoc(merged_file(folder))}),
    Example("merge_paragraph", word("My house is", "{%- if town -%}", "\u00a0in town\u00a0",
                                    "{%- else -%}", "far", "{%- endif -%}", "and I love it"),
            const(town=True)),
    Example("module_execute", word("{{ json_dict.json_array[1] }} {{ b }}"),
            const(json_dict={"json_array": ["x", "y"]}, b=2)),
    Example("module_execute_utf8_json", word("{{ a }}"), const(a="é標")),
    Example("multi_rendering", word("{{ a }}"), const(a="second")),
    Example("nested_for", word("{%p for d in dishes %}", "{{ d.name }}",
                               "{%p for i in d.ingredients %}", "- {{ i }}", "{%p endfor %}",
                               "{%p endfor %}"),
            const(dishes=[{"name": "Pizza", "ingredients": ["bread", "tomato"]},
                          {"name": "Tarte", "ingredients": []}])),
    Example("order", word("{{ customer }}", "{% if in_europe %}EU{% else %}no{% endif %}",
                          rows=ORDER),
            const(customer="Eric & <Co>", in_europe=True, items=ITEMS, total="6")),
    Example("preserve_spaces", word("{{ a }} {{ b }}", "  {{ a }}  "), const(a=" x  y ", b="z")),
    Example("replace_picture", with_picture, const(myvar="v"), ("replace_pic",)),
    Example("richtext", with_styles("{{r example }}"), lambda tpl, folder: {"example": rich(
        ("an exemple of ", {}), ("a rich text", {"style": "myrichtextstyle"}),
        ("some italic", {"italic": True}), ("violet", {"color": "#ff00ff"}),
        ("striked", {"strike": True}), ("Highlight", {"highlight": "#ffff00"}),
        ("big", {"size": 60}), ("sub", {"subscript": True}), ("wave", {"underline": "wave"}),
        ("\n1st line\n<cool>\ttab", {}), ("new\aparagraph", {"bold": True}))
        }),
    Example("richtext (hyperlink)", word("{{r example }}"),
            lambda tpl, folder: {"example": linked(tpl)}),
    Example("richtext_and_if", word("{%r if f %}{{r f }}{%r endif %}"),
            const(f=RichText("A foobar", bold=True))),
    Example("richtext_eastAsia", word("{{r e }}"),
            const(e=RichText("测试TEST", font="eastAsia:Microsoft YaHei"))),
    Example("richtextparagraph", with_styles("{{p example }}"), const(
        example=RichTextParagraph(RichText("a & b", bold=True), parastyle="myparastyle"))),
    Example("subdoc", word("before", "{{p part }}", "after"),
            lambda tpl, folder: {"part": written_part(tpl)}),
    Example("inline_image_and_subdoc", word("{{ i }}", "{{p part }}"),
            lambda tpl, folder: {"i": drawn(tpl, width=Mm(9)), "part": written_part(tpl)}),
    Example("unescape_jinja2_tags", word("{% if a < 2 and 3 > a %}{{ b['x'] }}{% endif %}"),
            const(a=1, b={"x": "y"})),
    Example("vertical_merge", word(rows=(("{%tr for i in items %}", ""),
                                         ("{% vm %}all", "{{ i.desc }}"), ("{%tr endfor %}", ""))),
            const(items=ITEMS)),
    Example("vertical_merge_nested", word(rows=(
        ("{%tr for i in items %}", "", ""), ("{{ i.desc }}", "{% vm %}x", "{% vm %}y"),
        ("{%tr endfor %}", "", ""))), const(items=ITEMS)),
    Example("word2016", word("{{r s }}end", "{{r t }}end"),
            const(s=RichText("     "), t=RichText("\t\t"))),
]  # fmt: skip


def seen(content: bytes) -> dict[str, Any]:
    """All that must be equal: texts, spans, colours, styles of texts, pictures and links."""
    found: dict[str, Any] = {}
    files = parts(content)
    for name in sorted(files):
        if not name.removeprefix("word/").startswith(_PARTS) or not name.endswith(".xml"):
            continue
        root = part_root(content, name)
        targets = dict(_targets(files, name))
        found[name] = {
            "texts": [paragraph_text(p) for p in root.iter(f"{W}p")],
            "cells": [[len(list(r.iter(f"{W}tc"))) for r in root.iter(f"{W}tr")]],
            "spans": [e.get(f"{W}val") for e in root.iter(f"{W}gridSpan")],
            "merges": [e.get(f"{W}val") for e in root.iter(f"{W}vMerge")],
            "colours": [e.get(f"{W}fill") for e in root.iter(f"{W}shd")],
            "sizes": [(e.get("cx"), e.get("cy")) for e in root.iter("{*}extent")],
            "pictures": [targets.get(str(_embedded(e))) for e in root.iter("{*}blip")],
            "links": [
                targets.get(str(_embedded(e))) for e in root.iter(f"{W}hyperlink", "{*}hlinkClick")
            ],
        }
    return found


def _embedded(element: Any) -> str | None:
    return next((v for k, v in element.attrib.items() if str(k).endswith(("}embed", "}id"))), None)


def _targets(files: Mapping[str, bytes], part: str) -> Iterator[tuple[str, str]]:
    """What a part shows or leads to: the address, or the sum of the file."""
    from lxml import etree

    folder, _, name = part.rpartition("/")
    rels = files.get(f"{folder}/_rels/{name}.rels")
    for relation in etree.fromstring(rels) if rels else ():
        target = str(relation.get("Target"))
        if relation.get("TargetMode") == "External":
            yield str(relation.get("Id")), target
            continue
        target = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
        yield str(relation.get("Id")), sha256(files.get(target, b"")).hexdigest()


def theirs(example: Example, template: Path, folder: Path) -> bytes:
    """What docxtpl makes of it."""
    document = DocxTemplate(template)
    for method in example.replace:
        old: Any = {"replace_pic": "old", "replace_zipname": _EMBEDDED}.get(
            method, str(folder / "old")
        )
        getattr(document, method)(old, str(folder / "new"))
    environment = Environment()
    environment.filters.update(example.filters)
    document.render(dict(example.values(document, folder)), environment, autoescape=True)
    out = folder / "theirs.docx"
    document.save(out)
    return out.read_bytes()


def ours(example: Example, template: Path, folder: Path) -> bytes:
    """What we make of it."""
    options: dict[str, Any] = {"filters": example.filters} if example.filters else {}
    compiled = compile_template(template, **options)
    for method in example.replace:
        old: Any = {"replace_pic": "old", "replace_zipname": _EMBEDDED}.get(
            method, (folder / "old").read_bytes()
        )
        compiled = compiled.replacing({old: folder / "new"})
    return compiled.render(example.values(compiled, folder))


def outcome(example: Example, folder: Path) -> str:
    """`same`, or what is not."""
    is_file = not any(m in ("replace_embedded", "replace_zipname") for m in example.replace)
    (folder / "old").write_bytes(image(30, 20) if is_file else b"old file")
    (folder / "new").write_bytes(image(30, 20, 200) if is_file else b"new file")
    template = folder / "template.docx"
    template.write_bytes(example.template(folder))
    try:
        mine = ours(example, template, folder)
    except JingjinError as error:
        return f"refused: {error}"
    try:
        other = theirs(example, template, folder)
    except ImportError:
        return "not compared: docxcompose is not installed"
    if seen(mine) != seen(other):
        return f"different: {_first_difference(seen(mine), seen(other))}"
    return "same" if _embedded_files(mine) == _embedded_files(other) else "different files"


def _first_difference(mine: Mapping[str, Any], other: Mapping[str, Any]) -> str:
    for part, looks in other.items():
        for what, value in looks.items():
            if mine.get(part, {}).get(what) != value:
                return f"{part} {what}: {mine.get(part, {}).get(what)} instead of {value}"
    return "parts"


def _embedded_files(content: bytes) -> list[bytes]:
    return [data for name, data in parts(content).items() if name.startswith("word/embeddings/")]


def main() -> None:
    outcomes: list[str] = []
    for example in EXAMPLES:
        with TemporaryDirectory() as folder:
            outcomes.append(outcome(example, Path(folder)))
        print(f"{example.name:32}{outcomes[-1]}")
    print(f"{outcomes.count('same')} of {len(outcomes)} the same")


if __name__ == "__main__":
    main()
