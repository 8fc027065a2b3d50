"""Cells with docxtpl's cell tags, which edit the XML of the cell when the template is compiled.

`{% vm %}` and `{% hm %}` append to the cell's properties, `{% colspan %}` and `{% cellbg %}` put
theirs in front. The schema fixes the order, so other properties of such a cell would end up on the
wrong side; a layout that asks for them is told so.
"""

import re

from jingjin_forms.typeset.cell_grid import DraftCell
from jingjin_forms.typeset.inline import template_tags
from jingjin_forms.typeset.layout import Paragraph
from jingjin_forms.typeset.style import Style

_CELL_TAG = re.compile(r"\{%\s*(vm|hm|colspan|cellbg)\b")
_AFTER_MERGE = frozenset({"vertical", "shade", "borders", "down", "tight", "diagonal"})
_BEFORE_SHADE = frozenset({"shade", "borders", "diagonal"})


def tag_cell_messages(cell: DraftCell, look: Style, wide: bool, tall: bool) -> list[str]:
    """What a cell's tags and its attributes or merges do to each other."""
    messages: list[str] = []
    if any(tag.startswith("{%tc ") for tag in cell.tags) and len(cell.content) > 1:
        messages.append("{%tc … %} 會連同整格一起消失，不能和別的字寫在一起")
    tags = {match[1] for tag in cell.tags if (match := _CELL_TAG.match(tag))}
    if len(tags) > 1:
        messages.append(f"{_listed(tags)} 不能用在同一格")
    elif tags & {"vm", "hm"}:
        if tall or look.said() & _AFTER_MERGE:
            messages.append(f"有 {_listed(tags)} 的格不能再往下合併，也不能有只屬於格的屬性")
        if not any(_CELL_TAG.match(tag) for tag in template_tags(_first_text(cell))):
            messages.append(f"{_listed(tags)} 要寫在格裡第一段的開頭，不能在行內樣式之後")
        if look.tabs:
            messages.append(f"有 {_listed(tags)} 的格不能有 tabs，docxtpl 會弄壞它")
    elif "cellbg" in tags and (wide or tall or look.said() & _BEFORE_SHADE):
        messages.append("有 {% cellbg %} 的格不能合併，也不能有 shade、borders、diagonal")
    return messages


def _first_text(cell: DraftCell) -> str:
    first = cell.content[0]
    return first.spans[0].text if isinstance(first, Paragraph) and first.spans else ""


def _listed(tags: set[str]) -> str:
    return "、".join(f"{{% {tag} %}}" for tag in sorted(tags))
