"""Fields of a paper that stands in a file with others: how many pages it has is its own matter.

NUMPAGES counts the whole file. SECTIONPAGES would count one section only, and LibreOffice does not
know it (it prints what the file said last). The number of the page where the paper ends is right
in both, also for papers of several sections: PAGEREF to a mark there.
"""

import re
from collections.abc import Iterator

from jingjin_forms.word.docx.location import Element, W

_PAGES = re.compile(r"\bNUMPAGES\b", re.IGNORECASE)
_SIMPLE, _CHARACTER, _CODE = f"{W}fldSimple", f"{W}fldChar", f"{W}instrText"
_KIND, _INSTRUCTION = f"{W}fldCharType", f"{W}instr"
_ALIKE = frozenset(
    (
        *("", "PAGE", "NUMPAGES", "HYPERLINK", "DATE", "TIME", "EQ", "SYMBOL", "QUOTE", "ADVANCE"),
        *("FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN", "IF", "=", "COMPARE", "MERGEFIELD"),
    )
)
"""Fields that say in any file what they say in their own."""


def other_fields(root: Element) -> Iterator[str]:
    """The fields of which the other papers in a file could change what they say: TOC, SEQ, REF."""
    for code in _codes(root):
        word = code.split()[0].upper() if code.split() else ""
        if word not in _ALIKE:
            yield word


def counts_pages(root: Element) -> bool:
    """Whether anything says how many pages there are."""
    return any(_PAGES.search(code) for code in _codes(root))


def splits_count(root: Element) -> bool:
    """Whether the word that counts the pages stands in pieces, which `count_to` does not find."""
    whole = sum(1 for code in _codes(root) if _PAGES.search(code))
    found = sum(
        1
        for element in root.iter(_SIMPLE, _CODE)
        if _PAGES.search(element.get(_INSTRUCTION, "") or element.text or "")
    )
    return whole > found


def count_to(root: Element, mark: str) -> None:
    """Let the count of pages be that of the paper, which ends at the bookmark `mark`."""
    for element in root.iter(_SIMPLE, _CODE):
        if element.tag == _SIMPLE:
            code = element.get(_INSTRUCTION, "")
            element.set(_INSTRUCTION, _PAGES.sub(f"PAGEREF {mark}", code))
        elif element.text:
            element.text = _PAGES.sub(f"PAGEREF {mark}", element.text)


def _codes(root: Element) -> Iterator[str]:
    """What each field says that it is; inner ones as blanks in the outer."""
    open_codes: list[str | None] = []
    for element in root.iter(_SIMPLE, _CHARACTER, _CODE):
        if element.tag == _SIMPLE:
            yield element.get(_INSTRUCTION, "")
        elif element.tag == _CODE:
            if open_codes and (code := open_codes[-1]) is not None:
                open_codes[-1] = f"{code}{element.text or ''}"
        elif element.get(_KIND) == "begin":
            open_codes.append("")
        elif open_codes:
            if (code := open_codes[-1]) is not None:
                yield code
                open_codes[-1] = None
            if element.get(_KIND) == "end":
                open_codes.pop()
