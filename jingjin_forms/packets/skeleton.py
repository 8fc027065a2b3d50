"""An empty facts file for all papers of an application."""

from collections.abc import Collection, Iterator

from jingjin_forms.facts.facts_file import parse_yaml
from jingjin_forms.facts.fields import instructions
from jingjin_forms.facts.labels import label_of_key, once_per_class
from jingjin_forms.facts.yaml_losses import Remark
from jingjin_forms.forms.catalog import get_form
from jingjin_forms.forms.form import Form
from jingjin_forms.forms.skeleton import entry, field_lines
from jingjin_forms.packets.application import PACKET_KEY, Application, Paper

_OWN_PAPERS = "自備"
_OWN_FILES = "自備文件的檔案，路徑從這份資料檔所在的資料夾算起"
_SHARED = {"學校名稱"}


def packet_skeleton(application: type[Application]) -> str:
    """A YAML text that `load_packet` reads: the facts of all papers, each once."""
    head = [
        f"# {application.title}：一份資料產生全部文件",
        "# 冒號後填寫；不填的欄位照空白表件印出。「- 」開頭的一組可以複製增列，不用的整組刪去。",
        "# 只有用得到的文件要填；總價、小計、合計與大寫金額由程式計算，不必填。",
        f"{PACKET_KEY}: {application.key}",
    ]
    lines = [*head, *field_lines(application, "", {_OWN_PAPERS})]
    if brought := [paper.title for paper in application.papers if not paper.form]:
        lines += [entry("", _OWN_PAPERS, _OWN_FILES)]
        lines += [f"  {title}:" for title in dict.fromkeys(brought)]
    given = set(label_of_key(application).values())
    for paper in application.papers:
        if paper.rows:  # what all rows share stands once above them
            shared = shared_labels(_form(paper), application) - given
            lines += field_lines(_form(paper), "", _all_but(_form(paper), shared))
            given |= shared
    for paper in application.papers:
        if paper.form and not paper.rows:
            fields = [*field_lines(_form(paper), "", given)]
            lines += ["", f"# {paper.title}", *fields] if fields else []
            given |= set(label_of_key(_form(paper)).values())
    for rows in dict.fromkeys(paper.rows for paper in application.papers if paper.rows):
        lines += ["", *_rows(application, rows, given)]
    return "\n".join(lines) + "\n"


def shared_labels(form: type[Form], application: type[Application]) -> set[str]:
    """What of a row's paper stands once above the rows."""
    return set(label_of_key(form).values()) & (_SHARED | {application.paper_year.label})


@once_per_class
def skeleton_notes(application: type[Application]) -> frozenset[str]:
    """What stands in its skeleton as comments behind the fields."""
    remarks: list[Remark] = []
    parse_yaml(packet_skeleton(application), remarks)
    forms = [get_form(paper.form) for paper in application.papers if paper.form]
    notes = {remark.words for remark in remarks}
    return frozenset(notes.union(*map(instructions, forms), _heads(application)))


def _heads(application: type[Application]) -> list[str]:
    """What stands beside the lists and groups, which are bare values once they are emptied."""
    lists = dict.fromkeys(paper.rows for paper in application.papers if paper.rows)
    return [
        _OWN_FILES,
        *(_row_note(application, rows) for rows in lists),
        *instructions(application),
    ]


def _row_note(application: type[Application], rows: str) -> str:
    papers = [paper.title for paper in application.papers if paper.rows == rows]
    return "、".join(papers) + "，每一份一項"


def _form(paper: Paper) -> type[Form]:
    """What it is made with, as the newest text has it."""
    return get_form(paper.form).of_year(None)


def _all_but(form: type[Form], labels: Collection[str]) -> set[str]:
    return set(label_of_key(form).values()) - set(labels)


def _rows(application: type[Application], rows: str, given: set[str]) -> Iterator[str]:
    """The list of which each row makes papers, with one empty row."""
    papers = [paper for paper in application.papers if paper.rows == rows]
    yield entry("", rows, _row_note(application, rows))
    lines = [entry("    ", label, "") for label in application.row_labels]
    known = set(given)
    for paper in papers:
        form = _form(paper)
        lines += field_lines(form, "    ", known)
        known |= set(label_of_key(form).values())
    first, *rest = lines
    yield f"  - {first.strip()}"
    yield from rest
