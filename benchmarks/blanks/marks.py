"""The marks by kind, for authors: `right("姓名")` is `⟦標籤右格|姓名|⟧`."""

from jingjin_forms.adopting.blank import Kind


def mark(kind: Kind, name: str, printed: str = "", *more: str) -> str:
    return f"⟦{'|'.join([kind, name, printed, *more])}⟧"


def right(name: str, printed: str = "", *more: str) -> str:
    return mark(Kind.RIGHT, name, printed, *more)


def below(name: str, printed: str = "", *more: str) -> str:
    return mark(Kind.BELOW, name, printed, *more)


def grid(name: str, printed: str = "", *more: str) -> str:
    return mark(Kind.GRID, name, printed, *more)


def lone(name: str, printed: str = "", *more: str) -> str:
    return mark(Kind.LONE, name, printed, *more)


def room(name: str, printed: str = "", *more: str) -> str:
    return mark(Kind.ROOM, name, printed, *more)


def unit(name: str, printed: str = "", *more: str) -> str:
    """What is printed before the unit; the unit itself is not part of the blank."""
    return mark(Kind.UNIT, name, printed, *more)


def colon(name: str, printed: str = "", *more: str) -> str:
    return mark(Kind.COLON, name, printed, *more)


def line(name: str, printed: str = "________", *more: str) -> str:
    return mark(Kind.LINE, name, printed, *more)


def bracket(name: str, printed: str = "    ", *more: str) -> str:
    """The room between brackets; these stay."""
    return mark(Kind.BRACKET, name, printed, *more)


def comb(name: str, printed: str = "", *more: str) -> str:
    return mark(Kind.COMB, name, printed, *more)


def sample(name: str, printed: str, *more: str) -> str:
    return mark(Kind.SAMPLE, name, printed, *more)


def date(name: str, printed: str = "　　年　　月　　日", *more: str) -> str:
    return mark(Kind.DATE, name, printed, *more)


def amount(name: str, printed: str, *more: str) -> str:
    return mark(Kind.AMOUNT, name, printed, *more)


def choice(name: str, options: str, printed: str | None = None, *more: str) -> str:
    """One of the options; each printed behind a □ unless said otherwise."""
    if printed is None:
        printed = "　".join(f"□{option}" for option in options.split(","))
    return mark(Kind.CHOICE, name, printed, f"選項={options}", *more)


def several(name: str, options: str, printed: str | None = None, *more: str) -> str:
    """Any number of the options."""
    return choice(name, options, printed, "可複選", *more)


def column(name: str, rows: int, printed: str = "", *more: str) -> str:
    """A column of rows to repeat, in the first printed one."""
    return mark(Kind.LIST, name, printed, f"列數={rows}", *more)


def control(name: str, *more: str) -> str:
    """Just before the control or field."""
    return mark(Kind.CONTROL, name, "", *more)


def seal(name: str = "", printed: str = "") -> str:
    return mark(Kind.SEAL, name, printed)
