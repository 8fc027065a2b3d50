"""The text of a paragraph as one string, however Word has split it, and how to change it."""

from jingjin_forms.word.docx.location import PARAGRAPH, TEXT, Element
from jingjin_forms.word.docx.plain_xml import SPACE


class RunTexts:
    """The texts (`w:t`) of a paragraph, without those of a text box in it."""

    def __init__(self, paragraph: Element):
        self.paragraph = paragraph
        self._texts = [
            text
            for text in paragraph.iter(TEXT)
            if next(text.iterancestors(PARAGRAPH), None) is paragraph
        ]
        self.text = "".join(text.text or "" for text in self._texts)

    def replace(self, start: int, end: int, new: str) -> None:
        """Put `new` in the place of what stands from `start` to `end`, in the run it begins in.

        Of several changes in one paragraph, the last comes first: the others keep their places.
        """
        at = 0
        rest: str | None = new
        for element in self._texts:
            old = element.text or ""
            low, high = max(start - at, 0), min(end - at, len(old))
            at += len(old)
            if low >= high:
                continue
            changed = f"{old[:low]}{rest or ''}{old[high:]}"
            element.text, rest = changed, None
            if changed != changed.strip():
                element.set(SPACE, "preserve")
        self.text = f"{self.text[:start]}{new}{self.text[end:]}"
