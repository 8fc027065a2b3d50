"""Boxes and ticks in the fonts of symbols, read as the characters they look like.

Windows writes □ as a letter of Wingdings or Webdings, in the private-use area (U+F0A8) or as a
`w:sym`; without its font the letter says nothing.
"""

EMPTY, TICKED = "□", "☑"
"""What an empty and a ticked box of a symbol font, or of an old Word form, look like."""
_FILLED, _ROUND, _TICK = "■", "○", "✓"

# By font the low byte of the letter.
_LOOKS = {
    "wingdings": {
        **dict.fromkeys((0x6F, 0x70, 0x71, 0x72, 0xA8, 0xA9), EMPTY),
        **dict.fromkeys((0xFD, 0xFE, 0x78), TICKED),
        0x6E: _FILLED,
        0xA1: _ROUND,
        0xFC: _TICK,
    },
    "wingdings 2": {
        **dict.fromkeys((0xA3, 0x2A, 0x30), EMPTY),
        **dict.fromkeys((0x51, 0x52, 0x53, 0x54), TICKED),
        0xA2: _FILLED,
        0x50: _TICK,
    },
    "webdings": {0x63: EMPTY, 0x61: _TICK, 0x67: _FILLED, 0x72: _TICK},
}
# A letter of the private-use area whose font is not said: what it mostly is.
_MOSTLY = {0x63: EMPTY, **_LOOKS["wingdings"], 0xA3: EMPTY, 0x52: TICKED}
# Each as large as the other in the fonts of papers: a tick moves nothing.
_TICKED_TWINS = {"□": "■", "○": "●", "◯": "●", "〇": "●"}
_EMPTY_TWINS = {"☑": "☐", "☒": "☐"}


def is_symbol_font(name: str) -> bool:
    """Whether the letters of a font are pictures."""
    return name.strip().lower() in _LOOKS


def symbol(font: str, code: str) -> str:
    """What a `w:sym` looks like; U+FFFC for one that is no box and no tick."""
    try:
        number = int(code, 16)
    except ValueError:
        return "\ufffc"
    looks = {**_MOSTLY, **_LOOKS.get(font.strip().lower(), {})}
    return looks.get(number & 0xFF, "\ufffc")


def shown_as(text: str, font: str) -> str:
    """A text as it looks, letter by letter; `font` is that of symbols, if it has one."""
    if font:
        looks = {0x63: EMPTY, **_LOOKS[font.strip().lower()]}
        return "".join(looks.get(ord(c) & 0xFF, c) if _may_be(c) else c for c in text)
    if any("\uf000" <= c <= "\uf0ff" for c in text):
        return "".join(
            _MOSTLY.get(ord(c) & 0xFF, c) if "\uf000" <= c <= "\uf0ff" else c for c in text
        )
    return text


def _may_be(character: str) -> bool:
    return "\uf000" <= character <= "\uf0ff" or ord(character) < 0x100


def ticked_twin(empty: str) -> str:
    """The ticked form of an empty box: ■ of □, ● of ○, ☑ of ☐ and all others."""
    return _TICKED_TWINS.get(empty, TICKED)


def empty_twin(ticked: str) -> str:
    """The empty form of a ticked box: ☐ of ☑ and ☒, □ of all others."""
    return _EMPTY_TWINS.get(ticked, EMPTY)


def ticked_symbol(font: str, code: str) -> str:
    """The letter of a symbol font for the ticked form of its empty box."""
    ticked = {"wingdings": 0xFE, "wingdings 2": 0x52, "webdings": 0x61}
    return _letter(ticked.get(font.strip().lower(), 0xFE), code)


def _letter(number: int, code: str) -> str:
    """In the private-use area where the other letter, `code`, is there too."""
    high = "F0" if len(code) == 4 else ""
    return f"{high}{number:02X}"
