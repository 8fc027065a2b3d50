"""A `page` line: paper, margins, and the size of the text."""

from jingjin_forms.typeset.layout import Page
from jingjin_forms.typeset.style import number

_PAPERS = {
    "A3": (29.7, 42.0),
    "A4": (21.0, 29.7),
    "A5": (14.8, 21.0),
    "B4": (25.7, 36.4),
    "B5": (18.2, 25.7),
}


def parse_page(words: list[str]) -> tuple[Page, float | None, list[str]]:
    """The page, the size of the text in points where given, and what is wrong with the words."""
    width, height = _PAPERS["A4"]
    margins = [2.0] * 4
    landscape = False
    size = None
    faults: list[str] = []
    for word in words:
        name, _, value = word.partition("=")
        try:
            if word in _PAPERS:
                width, height = _PAPERS[word]
            elif word in ("portrait", "landscape"):
                landscape = word == "landscape"
            elif name == "margin":
                margins = _margins(value)
            elif name == "size":
                size = number(value)
            else:
                known = "/".join(_PAPERS)
                raise ValueError(f"page 只認得 {known}、portrait/landscape、margin=、size=")
        except ValueError as error:
            faults.append(f"「{word}」：{error}")
    if landscape:
        width, height = height, width
    return Page(width, height, *margins), size, faults


def _margins(text: str) -> list[float]:
    values = [number(value) for value in text.split(",")]
    if len(values) not in (1, 4):
        raise ValueError("邊界寫一個數，或是上,右,下,左四個數（公分）")
    return values * 4 if len(values) == 1 else values
