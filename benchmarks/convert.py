"""How fast a form becomes a .docx, .odt and .pdf, beside LibreOffice converting many, in one run.

    python benchmarks/convert.py               # 表 1-1, 附件九, 實施成果 with photographs
    python benchmarks/convert.py --files 60    # so many files in each start of LibreOffice
    python benchmarks/convert.py --unoserver /usr/bin/python3   # see peers/unoserver_many.py

docx: a form's mapping → .docx, in memory; new photographs are read and reduced, some 17 ms each
odt: the same mapping, next, → .odt by the .odt template, in memory; of photographs as they are by
    then, which is where LibreOffice begins too
LibreOffice .odt: the same papers' .docx → .odt, many with one start, its start included, not proved
pdf: .docx and .odt → .pdf of --pdf files, as `jingjin batch --also pdf` has them made, proved
LibreOffice .pdf: the same papers, as for .odt
unoserver: those .docx → .pdf, one after the other by a LibreOffice that runs already, not proved

They take turns, round by round. Medians of the rounds are printed, in milliseconds a file. Each
paper has another school, and photographs of its own.
"""

import argparse
import shutil
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from jingjin_forms import Form, compile_template, get_form
from jingjin_forms.batch.places.aside import MOST_BYTES
from jingjin_forms.export import convert
from jingjin_forms.facts.facts_file import read_facts

FORMS = (
    ("表 1-1", "school_based/budget_estimate"),
    ("附件九", "active_teaching/outcome_checklist"),
    ("實施成果（照片）", "school_based/session_result"),
)
SECONDS = 2.0
"""How long ours fill in a round: with new photographs a file takes a thousand times longer."""


def per_file(make: Callable[[], object], files: int) -> float:
    """Milliseconds a file."""
    began = time.perf_counter()
    make()
    return (time.perf_counter() - began) * 1000 / files


def papers_of(form: type[Form], files: int, folder: Path) -> dict[str, Form]:
    """The sample for so many schools, each with photographs of its own in the folder."""
    facts = read_facts(form.sample_path())
    samples = form.sample_path().parents[1]
    papers: dict[str, Form] = {}
    for n in range(files):
        beside = folder / f"{n}" / form.sample_path().parent.name
        beside.mkdir(parents=True)
        photos = shutil.copytree(samples / "photos", beside.parent / "photos")
        for photo in photos.iterdir():
            photo.write_bytes(photo.read_bytes() + bytes(n))  # which shows the same
        school = f"花蓮縣{chr(ord('一') + n)}國小"
        papers[f"{n}"] = form.load({**facts, "學校名稱": school}, folder=beside)
    return papers


def fill_both(papers: Mapping[str, Form]) -> tuple[float, float]:
    """Milliseconds a .docx and an .odt, of papers in turn, as often as there is time for."""
    one = next(iter(papers.values()))
    odt_path = one.odt_template()
    assert odt_path is not None
    word, odt = compile_template(one.template_path()), compile_template(odt_path)
    contexts = [paper.context() for paper in papers.values()]
    taken, files = [0.0, 0.0], 0
    for context in cycle(contexts):
        for n, template in enumerate((word, odt)):
            began = time.perf_counter()
            template.render(context)
            taken[n] += time.perf_counter() - began
        files += 1
        if sum(taken) > SECONDS:
            break
    return taken[0] * 1000 / files, taken[1] * 1000 / files


def by_unoserver(python: str, papers: Mapping[str, bytes]) -> float:
    """Milliseconds a file."""
    with TemporaryDirectory() as folder:
        for name, paper in papers.items():
            Path(folder, f"{name}.docx").write_bytes(paper)
        peer = Path(__file__).parent / "peers" / "unoserver_many.py"
        command = [python, str(peer), folder, "pdf"]
        return float(subprocess.run(command, check=True, capture_output=True).stdout)


def contestants(
    forms: Mapping[str, Form], files: int, unoserver: str | None
) -> dict[str, Callable[[], tuple[float, ...]]]:
    """What takes turns, each giving the milliseconds that a file took, of one kind or several."""
    papers = {name: each.to_bytes() for name, each in forms.items()}
    few = dict(islice(papers.items(), files))
    as_odt = {name: each.to_bytes(each.odt_template()) for name, each in forms.items()}
    if len(papers["0"]) > MOST_BYTES:
        as_odt = {}  # as a batch has it
    ways: dict[str, Callable[[], tuple[float, ...]]] = {
        "docx, odt": lambda: fill_both(forms),
        "LibreOffice .odt": lambda: (per_file(lambda: convert(few, ".odt", prove=False), files),),
        "pdf": lambda: (per_file(lambda: convert(papers, ".pdf", odt=as_odt), len(papers)),),
        "LibreOffice .pdf": lambda: (per_file(lambda: convert(few, ".pdf", prove=False), files),),
    }
    if unoserver is not None:
        ways["unoserver"] = lambda: (by_unoserver(unoserver, few),)
    return ways


def medians(ways: Mapping[str, Callable[[], tuple[float, ...]]], rounds: int) -> dict[str, float]:
    """Milliseconds a file by what took turns."""
    taken: dict[str, list[float]] = {}
    for _ in range(rounds):
        for names, way in ways.items():
            for name, ms in zip(names.split(", "), way(), strict=True):
                taken.setdefault(name, []).append(ms)
    return {name: statistics.median(times) for name, times in taken.items()}


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
        with TemporaryDirectory() as folder:
            forms = papers_of(get_form(key), options.pdf, Path(folder))
            ways = contestants(forms, options.files, options.unoserver)
            middle = medians(ways, options.rounds)
        shown = "  ".join(f"{name} {ms:.3f} ms" for name, ms in middle.items())
        times = {kind: middle[f"LibreOffice .{kind}"] / middle[kind] for kind in ("odt", "pdf")}
        told = "  ".join(f".{kind} {ratio:.1f} times as fast" for kind, ratio in times.items())
        print(f"{called}：{shown}  {told}", flush=True)


if __name__ == "__main__":
    main()
