"""Tags that Word holds in a way that a reader of the page cannot see."""

from collections import Counter
from collections.abc import Iterator

from jingjin_forms.lint.remark import Remark, doubt, error
from jingjin_forms.lint.subject import Subject
from jingjin_forms.lint.typed import Paragraph, Typed, fields_inside, is_hidden
from jingjin_forms.lint.wide import half, tags_with_wide_signs
from jingjin_forms.word.docx.location import PARAGRAPH, Element, W

_COPIES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TEXT_BOX = f"{W}txbxContent"


def full_width_signs(subject: Subject) -> Iterator[Remark]:
    """Full-width signs in a tag, which to the template's language are no signs at all."""
    for part in subject.typed:
        for paragraph in part.paragraphs:
            for start, end, signs in tags_with_wide_signs(paragraph):
                told = "、".join(f"「{sign}」改成「{half(sign)}」" for sign in signs)
                message = f"標籤裡要用半形符號：{told}。"
                yield error("full_width", paragraph.place, message, paragraph.text[start:end])


def tags_in_fields(subject: Subject) -> Iterator[Remark]:
    """A tag with a field of Word (page number, cross reference) in the midst of it."""
    for tag in _tags(subject):
        if fields_inside(tag):
            yield error(
                "tag_in_field",
                tag.place,
                "標籤中間夾著 Word 的功能變數（頁碼、交互參照…），填好時那個功能變數會壞掉："
                "請把整個標籤刪掉，重打一次。",
                tag.text,
            )


def hidden_tags(subject: Subject) -> Iterator[Remark]:
    """A tag in hidden text: asked for, and never seen."""
    for tag in _tags(subject):
        runs = [piece.getparent() for piece in tag.pieces]
        if any(run is not None and is_hidden(run, subject.hidden_styles) for run in runs):
            yield doubt(
                "hidden_tag",
                tag.place,
                "在隱藏文字裡：會要求這個欄位，紙上卻看不到；要印出來，請選取它，"
                "在 Word「字型」取消「隱藏」，不要的話請刪去。",
                tag.text,
            )


def deleted_tags(subject: Subject) -> Iterator[Remark]:
    """A tag in text that is deleted with the changes tracked."""
    for part in subject.typed:
        for paragraph in part.deleted:
            for tag in paragraph.tags:
                yield doubt(
                    "deleted_tag",
                    tag.place,
                    "在追蹤修訂刪除的文字裡：會要求這個欄位，接受修訂後就不見了；"
                    "請在 Word「校閱」接受或拒絕全部修訂，再存檔。",
                    tag.text,
                )


def text_box_copies(subject: Subject) -> Iterator[Remark]:
    """A text box that Word has stored twice, with a tag in one of the copies only."""
    for part in subject.typed:
        paragraphs = {paragraph.element: paragraph for paragraph in part.paragraphs}
        for content in part.root.iter(f"{_COPIES}AlternateContent"):
            newer, older = (
                _tags_of(content, which, paragraphs) for which in ("Choice", "Fallback")
            )
            if newer is None or older is None:
                continue
            new, old = (Counter(tag.text for tag in tags) for tags in (newer, older))
            for tag in (*newer, *older):
                missing = new[tag.text] < old[tag.text], old[tag.text] < new[tag.text]
                if any(missing):
                    yield _one_copy(tag, is_missing_in_newer=missing[0])
                    new[tag.text] = old[tag.text] = 0


def _tags_of(
    content: Element, which: str, paragraphs: dict[Element, Paragraph]
) -> list[Typed] | None:
    """The tags of one copy; None where it is no text box (a picture for older programs)."""
    copy = content.find(f"{_COPIES}{which}")
    if copy is None or next(copy.iter(_TEXT_BOX), None) is None:
        return None
    return [t for p in copy.iter(PARAGRAPH) if p in paragraphs for t in paragraphs[p].tags]


def _one_copy(tag: Typed, *, is_missing_in_newer: bool) -> Remark:
    which = "新版 Word 看的那一份沒有" if is_missing_in_newer else "舊版 Word 看的那一份沒有"
    return doubt(
        "text_box_copy",
        tag.place,
        f"這個文字方塊在檔案裡存了兩份，{which}這個標籤：在有的電腦上印不出來；"
        "請在 Word 刪去文字方塊的內容，重打一次，存檔。",
        tag.text,
    )


def _tags(subject: Subject) -> Iterator[Typed]:
    for part in subject.typed:
        yield from part.tags()
