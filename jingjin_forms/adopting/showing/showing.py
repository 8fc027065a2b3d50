"""What `adopt` has made of a blank, told: as text, for programs, and in a notebook."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from jingjin_forms.adopting.blank import Blank
from jingjin_forms.adopting.showing.listing import Entry, alone, entries, is_unsure
from jingjin_forms.errors import JingjinError

if TYPE_CHECKING:
    from jingjin_forms.adopting.adoption import Adoption

HEADS = ("欄位", "種類", "在哪裡", "說明", "把握")
ALONE_HEADS = ("沒有放標籤的", "種類", "在哪裡", "為什麼")
LEGEND = "藍：欄位　綠：清單（印幾列）　紫：選項　紅：請看　灰：不放標籤"
_DPI = 80
_STYLE = """<style>
.jingjin-adopt {display: flex; flex-wrap: wrap; gap: 1em; color: #111}
.jingjin-adopt > div {background: #fff; padding: .8em; border: 1px solid #ccc}
.jingjin-adopt .paper {flex: 2 1 30em; max-height: 62em; overflow: auto}
.jingjin-adopt .told {flex: 1 1 24em; max-height: 62em; overflow: auto}
.jingjin-adopt img {max-width: 100%; display: block; border-bottom: 1px solid #ccc}
.jingjin-adopt table {border-collapse: collapse; color: #111}
.jingjin-adopt td, .jingjin-adopt th {border: 1px solid #999; padding: .2em .4em; text-align: left}
.jingjin-adopt .look td {color: #b00020}
</style>"""


def counted(adoption: "Adoption") -> str:
    """How much was found, in one sentence."""
    found = list(entries(adoption.blanks))
    look = sum(entry.look_at for entry in found)
    told = f"找到 {sum(entry.number for entry in found)} 個空格"
    if len(found) != sum(entry.number for entry in found):
        told += f"（列成 {len(found)} 項）"
    if look:
        told += f"，{look} 項請看"
    return f"{told}；{len(adoption.left_alone)} 處不放標籤。"


def rows(adoption: "Adoption") -> Iterator[tuple[str, ...]]:
    """The list of blanks, a row for each, as `HEADS` say."""
    for entry in entries(adoption.blanks):
        yield entry.name, entry.kind, entry.where, entry.said, entry.how_sure


def alone_rows(adoption: "Adoption") -> Iterator[tuple[str, ...]]:
    """The list of what was left alone, a row for each, as `ALONE_HEADS` say."""
    for entry in alone(adoption.left_alone):
        yield entry.name, entry.kind, entry.where, entry.said


def text(adoption: "Adoption") -> str:
    """All of it as Markdown, which is read as it stands, too."""
    lines = [f"# {adoption.name}", "", counted(adoption), ""]
    lines += _table(HEADS, list(rows(adoption)))
    if left := list(alone_rows(adoption)):
        lines += ["", *_table(ALONE_HEADS, left)]
    if adoption.notes:
        lines += ["", *(f"- {note}" for note in adoption.notes)]
    return "\n".join(lines) + "\n"


def _table(heads: Sequence[str], given: Sequence[Sequence[str]]) -> list[str]:
    lines = [heads, ["---"] * len(heads), *given]
    return [f"| {' | '.join(map(_plain, line))} |" for line in lines]


def _plain(cell: str) -> str:
    return " ".join(cell.replace("|", "\\|").split())


def as_dict(adoption: "Adoption") -> dict[str, Any]:
    """All of it for programs; names of keys as of the attributes."""
    return {
        "name": adoption.name,
        "blanks": [_blank(blank) for blank in adoption.blanks],
        "left_alone": [_blank(blank) for blank in adoption.left_alone],
        "notes": list(adoption.notes),
    }


def _blank(blank: Blank) -> dict[str, Any]:
    place = blank.place
    return {
        "name": blank.name,
        "kind": blank.kind.value,
        "where": str(place),
        "part": place.part,
        "table": place.table,
        "row": place.row,
        "column": place.column,
        "paragraph": place.paragraph,
        "before": blank.before,
        "options": list(blank.options),
        "several": blank.several,
        "rows": blank.rows,
        "sureness": blank.sureness,
        "look_at": is_unsure(blank),
        "tag": blank.tag,
        "note": blank.note,
        "printed": blank.printed,
    }


def html(adoption: "Adoption") -> str:
    """The pages with the names in colour where LibreOffice is there, and the list beside them."""
    told = "".join(map(_entry, entries(adoption.blanks)))
    left = "".join(map(_entry, alone(adoption.left_alone)))
    notes = "".join(f"<li>{escape(note)}</li>" for note in adoption.notes)
    return (
        f'{_STYLE}<div class="jingjin-adopt"><div class="paper">{_paper(adoption)}</div>'
        f'<div class="told"><b>{escape(counted(adoption))}</b>'
        f"<table>{_heads(HEADS)}{told}{left}</table><ul>{notes}</ul></div></div>"
    )


def _heads(heads: Sequence[str]) -> str:
    return f"<tr>{''.join(f'<th>{head}</th>' for head in heads)}</tr>"


def _entry(entry: Entry) -> str:
    cells = entry.name, entry.kind, entry.where, entry.said, entry.how_sure
    look = ' class="look"' if entry.look_at else ""
    return f"<tr{look}>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"


def _paper(adoption: "Adoption") -> str:
    from jingjin_forms.export import has_soffice

    if not has_soffice():
        return "<p>要在這裡看頁面，請安裝 LibreOffice；或把 picture() 存成 .docx 用 Word 看。</p>"
    try:
        pages = adoption.preview(_DPI)
    except JingjinError as error:
        return f"<p>{escape(str(error))}</p>"
    pictures = (b64encode(page).decode() for page in pages)
    return f"<p>{LEGEND}</p>" + "".join(
        f'<img alt="" src="data:image/png;base64,{picture}">' for picture in pictures
    )
