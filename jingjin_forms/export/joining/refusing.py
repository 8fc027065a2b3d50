"""Why a paper cannot stand in a file with others without changing what it prints."""

from collections.abc import Iterator

from jingjin_forms.export.joining.fields import counts_pages, other_fields, splits_count
from jingjin_forms.export.joining.numbering import Lists, numbers_of_styles, own_numbers
from jingjin_forms.export.joining.paper import Paper, referring
from jingjin_forms.export.joining.sections import starts_at
from jingjin_forms.export.joining.styles import page_of_all, styles_with_numbers
from jingjin_forms.word.docx.location import Element, W

_NOTES = {
    f"{W}footnoteReference": "註腳",
    f"{W}endnoteReference": "章節附註",
    f"{W}commentReference": "註解",
}


class Common:
    """What papers of one template have in common; worked out once for all of them."""

    def __init__(self, paper: Paper):
        self.page = page_of_all(paper)
        self.lists = Lists(paper)
        self.numbers_of_styles = styles_with_numbers(paper)


def refusal(paper: Paper, own: Common, first: Common, namespaces: dict[str | None, str]) -> str:
    """Why the paper cannot stand behind the `first` and others, whose file has these names of
    namespaces; blank where it can."""
    return next(_faults(paper, own, first, namespaces), "")


def _faults(
    paper: Paper, own: Common, first: Common, namespaces: dict[str | None, str]
) -> Iterator[str]:
    for name, pieces in own.page.items():
        if pieces != first.page[name]:
            yield f"{name}和前面的文件不同"
    if any(namespaces.get(prefix, uri) != uri for prefix, uri in paper.root.nsmap.items()):
        yield "檔案裡的寫法和前面的文件不同"
    lists, with_numbers = own.lists, own.numbers_of_styles
    roots = [(paper.main, paper.body), *((p, paper.tree(p)) for p in paper.running())]
    for part, root in roots:
        yield from _faults_of_part(paper, part, root)
        numbers = numbers_of_styles(root, with_numbers)
        if any(lists.counts(number) for number in numbers):
            yield "有跟著樣式的自動編號"
        yield from filter(None, map(lists.fault, sorted(numbers | own_numbers(root))))
    starts = [starts_at(section) for section in paper.sections()]
    is_plain = {*starts[:1]} <= {"", "1"} and {*starts[1:]} <= {""}
    if not is_plain and any(counts_pages(root) for _, root in roots):
        yield "頁碼不是從 1 連續編到底，算不出共幾頁"


def _faults_of_part(paper: Paper, part: str, root: Element) -> Iterator[str]:
    relations = paper.relations(part)
    for note in root.iter(*_NOTES):
        yield f"有{_NOTES[str(note.tag)]}"
    for element, name in referring(root):
        relation = relations.get(element.get(name, ""))
        if relation is None:
            yield "有找不到的圖片或連結"
        elif relation.kind == "image" and not relation.is_external:
            if relation.target not in paper.parts:
                yield "有找不到的圖片"
        elif relation.kind != "hyperlink" or not relation.is_external:
            yield f"有 {relation.kind}（圖表、內嵌物件或連結的檔案）"
    yield from (f"有功能變數 {word}，和別的文件放在一起會變" for word in other_fields(root))
    if splits_count(root):
        yield "頁數的功能變數拆成幾段"
