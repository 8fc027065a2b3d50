"""Tags of other programs in a template that has none of ours: it would be printed as it stands."""

import re
from collections.abc import Iterator

from jingjin_forms.errors import Problem, shortened
from jingjin_forms.word.codes import ANOTHER_PROGRAM
from jingjin_forms.word.docx.location import Element, Place, places, texts_of_paragraphs

_MOST_SHOWN = 10
_NAME = r"[^\W\d][\w.]{0,39}"
# One letter in braces or between #s is more often a printed text, as in 單位：{元}.
_LONGER = r"(?:[A-Za-z_][\w.]{0,39}|[^\W\d][\w.]{1,39})"
_DIALECTS = (
    (re.compile(rf"\$\{{({_NAME})\}}"), "${…}（PHPWord 等）"),
    (re.compile(rf"\{{[#/^]({_NAME})\}}"), "{#…} {/…}（docxtemplater）"),
    (re.compile(rf"«({_NAME})»"), "«…»（Word 合併列印）"),
    (re.compile(rf"(?<![{{$])\{{({_LONGER})\}}(?!\}})"), "{…}（docxtemplater、tad_merge）"),
    (re.compile(rf"(?<![#\w])#({_LONGER})#(?![#\w])"), "#…#"),
)


def texts_with_places(root: Element, part: str) -> list[tuple[Place, str]]:
    """What each paragraph of a part says, with its place."""
    texts = texts_of_paragraphs(root)
    return [(place, texts[element]) for element, place in places(root, part) if element in texts]


def foreign_tags(texts: list[tuple[Place, str]]) -> Iterator[Problem]:
    """What looks like a tag of another program; only for templates with no tag of ours."""
    shown = 0
    for place, text in texts:
        for pattern, dialect in _DIALECTS:
            found = pattern.search(text)
            if found is None:
                continue
            shown += 1
            if shown > _MOST_SHOWN:
                return
            meant = f"{{{{ {found[1]} }}}}"
            if dialect.startswith("{#"):
                meant = f"{{%tr for 筆 in {found[1]} %}} … {{%tr endfor %}}"
            yield Problem(
                str(place),
                f"「{found[0]}」是別的程式的標籤 {dialect}，這裡會照樣印出：請改成 {meant}；"
                "真的要印這幾個字，請在同一份範本的別處寫一個 {{ }} 標籤。",
                shortened(text.strip()),
                code=ANOTHER_PROGRAM,
            )
            break
