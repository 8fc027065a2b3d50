"""The tag that takes the place of a blank, in the words a clerk reads in the template."""

import re

from jingjin_forms.adopting.blank import Kind
from jingjin_forms.adopting.hole import Box, Hole, HoleList
from jingjin_forms.adopting.tagging.controls import list_items, ticked_glyph
from jingjin_forms.page.glyphs import empty_twin, ticked_symbol, ticked_twin
from jingjin_forms.values.choice import EMPTY_BOX, TICKED_BOX

ROW = "列"
"""What a loop calls the row."""
_RULED = (Kind.LINE, Kind.COLON, Kind.UNIT, Kind.BRACKET, Kind.RIGHT, Kind.GRID, Kind.BELOW)
TICKED = "☑☒■▣◼"
_special = re.compile(r"[{}&“”‘’\r\u2028\u2029\x85]")
_METHODS = frozenset(dir(dict)) | frozenset(dir(str))


def tag_of(hole: Hole, number: int = 0) -> str:
    """The tag of a blank that is no choice."""
    named = path_of(hole, number)
    printed = hole.printed
    offered = options_offered(hole)
    value = f"{named}|{hole.filter}" if hole.filter else named
    if offered:
        value = f"{named}|選項({','.join(map(quoted, offered))})"
    if hole.is_behind:
        return f'{{{{ "　" ~ {value} if {named} else {quoted(printed)} }}}}'
    if hole.is_new_line:
        return f'{{{{ "\\n" ~ {value} if {named} else "" }}}}'
    if not printed:
        return f"{{{{ {value} }}}}"
    is_ruled = not printed.strip(" \t\u3000\u00a0\u2002\u2003_＿.．·‧∙…﹍ˍ—─")
    if is_ruled and hole.kind not in (Kind.DATE, Kind.CONTROL) and "\t" not in printed:
        return f"{{{{ {value}|底線({quoted(printed)}) }}}}"
    return f"{{{{ {value} or {quoted(printed)} }}}}"


def options_offered(hole: Hole) -> tuple[str, ...]:
    """What the drop-down in the place of a blank offers; blank where there is none."""
    if hole.kind is not Kind.CONTROL or hole.end <= hole.start:
        return ()
    return list_items(hole.line.piece_at(hole.start).control)


def tag_of_box(hole: Hole, box: Box, option: str, empty: str, ticked: str) -> str:
    """The tag of one box; `empty` and `ticked` are what stands in the file for it."""
    named = path_of(hole)
    if len(hole.boxes) == 1:
        kind = "勾選"
    else:
        kind = "複選" if hole.several else "單選"
        named = f"{named}{_part(option)}"
    is_usual = (empty, ticked) == (EMPTY_BOX, TICKED_BOX)
    glyphs = "" if is_usual else f"({quoted(empty)},{quoted(ticked)})"
    printed = shown_of(box)
    if printed and printed in TICKED:  # printed ticked, until somebody chooses
        return f"{{{{ {named}|{kind}{glyphs} if {path_of(hole)} else {quoted(ticked)} }}}}"
    return f"{{{{ {named}|{kind}{glyphs} }}}}"


def tag_of_digit(hole: Hole, printed: str, place: str, *, is_highest: bool) -> str:
    """The tag of one cell of an amount that is written by digit."""
    more = f",{quoted('最高')}" if is_highest else ""
    empty = f" or {quoted(printed)}" if printed else ""
    return f"{{{{ {path_of(hole)}|數字格({quoted(place)}{more}){empty} }}}}"


def path_of(hole: Hole, number: int = 0) -> str:
    """How a tag reaches the fact: 聯絡人.電話, 列.姓名; `number` is that of a column, from 0."""
    first, *parts = hole.name.split(".")
    if hole.of_list is not None and hole.of_list.is_columns:
        listed, *inner = hole.of_list.name.split(".")
        return (
            f"{listed}{''.join(map(_part, inner))}[{number}]{''.join(map(_part, (first, *parts)))}"
        )
    if hole.of_list is not None:
        return ROW + "".join(map(_part, (first, *parts)))
    return first + "".join(map(_part, parts))


def loop_of(listed: HoleList) -> str:
    """The tag that begins the rows of a list."""
    first, *parts = listed.name.split(".")
    return f"{{%tr for {ROW} in {first}{''.join(map(_part, parts))}|列數({listed.count}) %}}"


def number_tag(printed: list[str]) -> str:
    """What numbers the rows of a list, as its first rows are numbered: 1, (6), 三、."""
    found = re.fullmatch(r"([^\d{%]*)([1-9][0-9]?)([^\d}%]*)", printed[0], re.ASCII)
    if found is not None:
        front, number, behind = found[1], int(found[2]), found[3]
        if printed == [f"{front}{number + n}{behind}" for n in range(len(printed))]:
            added = f" + {number - 1}" if number > 1 else ""
            return f"{front}{{{{ loop.index{added} }}}}{behind}"
    listing = ", ".join(map(quoted, printed))
    return f"{{{{ [{listing}][loop.index0] if loop.index0 < {len(printed)} else loop.index }}}}"


def shown_of(box: Box) -> str:
    """What the blank prints for a box, as it is read."""
    return box.line.text[box.position : box.position + box.length]


def twin_of(hole: Hole, box: Box) -> tuple[str, str]:
    """What is printed for a box of a choice, empty and ticked."""
    if box.length == 0:  # a cell to tick
        return "", "V"
    piece, shown = box.line.piece_at(box.position), shown_of(box)
    if box.length > 1:
        inside = shown[1:-1]
        middle = len(inside) // 2
        return shown, f"{shown[0]}{inside[:middle]}V{inside[middle + 1 :]}{shown[-1]}"
    if not piece.written:  # a symbol or a legacy box gives way to the character it looks like
        return _pair(hole, shown)
    written = piece.written[box.line.owners[box.position][1]]
    if shown in TICKED:
        return _pair(hole, shown)[0], written
    if written == shown:
        return shown, ticked_glyph(piece.control) or _pair(hole, shown)[1]
    return written, ticked_letter(written, box)


def _pair(hole: Hole, shown: str) -> tuple[str, str]:
    """The box and its twin: what the blank prints for others of the choice, else one as large."""
    printed = [shown_of(box) for box in hole.boxes if box.length == 1]
    if shown in TICKED:
        return next((g for g in printed if g not in TICKED), empty_twin(shown)), shown
    twin = ticked_twin(shown)
    return shown, next((g for g in printed if g in TICKED), twin) if twin in TICKED else twin


def ticked_letter(written: str, box: Box) -> str:
    """The ticked form of a letter of a symbol font."""
    properties = box.line.piece_at(box.position).run.find("{*}rPr/{*}rFonts")
    named = [] if properties is None else [str(v) for v in properties.attrib.values()]
    font = next((n for n in named if n.lower().startswith(("wing", "web"))), "")
    if not font and ord(written) & 0xFF == 0x63:
        font = "Webdings"
    code = f"{ord(written):04X}" if ord(written) > 0xFF else f"{ord(written):02X}"
    return chr(int(ticked_symbol(font, code), 16))


def quoted(text: str) -> str:
    """The text as a literal of the template language.

    Braces, & and curled quotes are written as numbers: inside a tag they mean something else, or
    are made straight.
    """
    quote = "'" if '"' in text else '"'
    inside = text.replace("\\", "\\\\").replace(quote, f"\\{quote}")
    inside = inside.replace("\t", "\\t").replace("\n", "\\n")
    return f"{quote}{_special.sub(_by_number, inside)}{quote}"


def _by_number(character: re.Match[str]) -> str:
    return f"\\u{ord(character[0]):04x}"


def _part(name: str) -> str:
    if name.isidentifier() and name not in _METHODS:
        return f".{name}"
    return f"[{quoted(name)}]"
