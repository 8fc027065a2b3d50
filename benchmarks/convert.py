"""How fast a form becomes a .docx, .odt and .pdf, beside LibreOffice converting many, in one run.

    python benchmarks/convert.py               # 表 1-1, 附件九, 實施成果 with photographs
    python benchmarks/convert.py --files 60    # so many files in each start of LibreOffice
    python benchmarks/convert.py --unoserver /usr/bin/python3   # see peers/unoserver_many.py

docx: the form's mapping → .docx, in memory
odt: the same mapping → .odt by the .odt template, in memory
LibreOffice .odt: the same papers' .docx → .odt, many with one start, its start included, not proved
pdf: .docx and .odt → .pdf of --pdf files, as `jingjin batch --also pdf` has them made, proved
LibreOffice .pdf: the same papers, as for .odt
unoserver: those .docx → .pdf, one after the other by a LibreOffice that runs already, not proved

They take turns, round by round. Medians of the rounds are printed, in milliseconds a file. Each
paper has another school, and text of its own. The photographs are the same in all: they are reduced
once, which takes some 17 ms each.
"""

import argparse
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from jingjin_forms import Form, compile_template, get_form
from jingjin_forms.batch.places.aside import MOST_BYTES
from jingjin_forms.export import convert
from jingjin_forms.word import CompiledTemplate

FORMS = (
    ("表 1-1", "school_based/budget_estimate"),
    ("附件九", "active_teaching/outcome_checklist"),
    ("實施成果（照片）", "school_based/session_result"),
)
SECONDS = 2.0
"""How long each of ours fills in a round: with photographs a file takes a thousand times longer."""


def per_file(make: Callable[[], object], files: int) -> float:
    """Milliseconds a file."""
    began = time.perf_counter()
    make()
    return (time.perf_counter() - began) * 1000 / files


def papers_of(form: Form, files: int) -> dict[str, Form]:
    """The form of so many schools."""
    return {
        f"{n}": form.model_copy(update={"學校名稱": f"花蓮縣{chr(ord('一') + n)}國小"})
        for n in range(files)
    }


def by_unoserver(python: str, papers: Mapping[str, bytes]) -> float:
    """Milliseconds a file."""
    with TemporaryDirectory() as folder:
        for name, paper in papers.items():
            Path(folder, f"{name}.docx").write_bytes(paper)
        peer = Path(__file__).parent / "peers" / "unoserver_many.py"
        command = [python, str(peer), folder, "pdf"]
        return float(subprocess.run(command, check=True, capture_output=True).stdout)


def contestants(
    form: Form, files: int, pdfs: int, unoserver: str | None
) -> dict[str, Callable[[], float]]:
    """What takes turns, each giving the milliseconds that it took a file."""
    mapping = form.context()
    word = compile_template(type(form).template_path())
    odt_path = form.odt_template()
    assert odt_path is not None
    odt = compile_template(odt_path)
    forms = papers_of(form, pdfs)
    papers = {name: each.to_bytes() for name, each in forms.items()}
    few = dict(islice(papers.items(), files))
    as_odt = {name: odt.render(each.context()) for name, each in forms.items()}
    if len(papers["0"]) > MOST_BYTES:
        as_odt = {}  # as a batch has it

    def fill(template: CompiledTemplate) -> Callable[[], float]:
        def many() -> float:
            began, files = time.perf_counter(), 0
            while (taken := time.perf_counter() - began) < SECONDS:
                template.render(mapping)
                files += 1
            return taken * 1000 / files

        return many

    ways = {
        "docx": fill(word),
        "odt": fill(odt),
        "LibreOffice .odt": lambda: per_file(lambda: convert(few, ".odt", prove=False), files),
        "pdf": lambda: per_file(lambda: convert(papers, ".pdf", odt=as_odt), pdfs),
        "LibreOffice .pdf": lambda: per_file(lambda: convert(few, ".pdf", prove=False), files),
    }
    if unoserver is not None:
        ways["unoserver"] = lambda: by_unoserver(unoserver, few)
    return ways


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--files", type=int, default=40, help="files a start of LibreOffice")
    parser.add_argument("--pdf", type=int, default=400, help="files made to .pdf in a round")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--unoserver", metavar="PYTHON", help="one that has it, to take part")
    options = parser.parse_args()
    for called, key in FORMS:
        ways = contestants(get_form(key).sample(), options.files, options.pdf, options.unoserver)
        taken: dict[str, list[float]] = {name: [] for name in ways}
        for _ in range(options.rounds):
            for name, way in ways.items():
                taken[name].append(way())
        middle = {name: statistics.median(times) for name, times in taken.items()}
        shown = "  ".join(f"{name} {ms:.3f} ms" for name, ms in middle.items())
        times = {kind: middle[f"LibreOffice .{kind}"] / middle[kind] for kind in ("odt", "pdf")}
        told = "  ".join(f".{kind} {ratio:.1f} times as fast" for kind, ratio in times.items())
        print(f"{called}：{shown}  {told}", flush=True)


if __name__ == "__main__":
    main()
