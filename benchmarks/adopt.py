"""How well `jingjin_forms.adopting` finds, tags and names the blanks of official Word files.

    python benchmarks/adopt.py                       # all corpora, by kind
    python benchmarks/adopt.py --misses              # with everything that was not right
    python benchmarks/adopt.py --only 領據 --misses   # a form by its title, corpus or module
    python benchmarks/adopt.py --without 未見二乙     # all but these
    python benchmarks/adopt.py --truth               # what the corpora hold; runs no engine
    python benchmarks/adopt.py --json result.json    # the figures, and every miss

Two sorts of files with a truth:

- our own 25 papers (`blanks/own.py`): their blank forms, and the tags of their templates. Where
  `adopt` can be told, it works without the vocabulary of the form it is shown.
- blanks invented in the manner of real ones (`blanks/*.py`), by the program that wrote them, each
  blank marked by its author with kind, name, options and rows. They were written before the engine
  and without seeing it; those in `blanks/held_out` nobody may look at while tuning.

What counts as found, right and named, with every normalisation, stands in `blanks/compare.py`. A
form that `adopt` refuses counts as all missed. Columns: 空格 blanks in the truth, 找到 of them with
a tag, 標籤 tags made, 正確 of them right, 名稱 names exactly right of those found, 寬鬆 names when
the order of their parts and more context do not count. By kind, a tag where the truth has none
counts under its own kind. 簽章 are to be left alone: what is printed is how many were not.
"""

import argparse
import json
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from functools import cache, partial
from pathlib import Path
from time import perf_counter
from typing import Any

from lxml import etree

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.blanks.compare import Count, Found, Pair, compared, counted  # noqa: E402
from benchmarks.blanks.corpus import forms  # noqa: E402
from benchmarks.blanks.marked import Truth, packed, parts_of  # noqa: E402
from benchmarks.blanks.own import own_paper  # noqa: E402
from jingjin_forms import list_forms  # noqa: E402
from jingjin_forms.adopting.blank import Kind  # noqa: E402
from jingjin_forms.word.docx.location import W  # noqa: E402

OWN = "自己的表件"
HELD_OUT = {
    "at_home": "未見一",
    "abroad": "未見一",
    "offices": "未見二甲",
    "schools": "未見二乙",
}
"""What a module held out is counted as; `blanks/README.md` tells which of them have been seen."""
TEN_PAGES = ("consent", "grants", "people")
TARGETS = {"recall": 0.97, "precision": 0.97, "names": 0.90}


@dataclass
class Case:
    """One blank form with its truth."""

    title: str
    corpus: str
    module: str
    blank: bytes
    truths: tuple[Truth, ...]
    nameless: frozenset[str] = frozenset()
    key: str = ""
    """Of a form of ours."""

    @property
    def label(self) -> str:
        """領據 of money → money.領據; no two have the same."""
        return f"{self.module}.{self.title}"

    @property
    def titles(self) -> tuple[str, ...]:
        """What it may be told by."""
        return self.title, self.corpus, self.module, self.label

    @property
    def knows_several(self) -> bool:
        return not self.key


@dataclass
class Result:
    case: Case
    pairs: tuple[Pair, ...]
    seconds: float
    error: str = ""
    counts: dict[Kind, Count] = field(init=False)

    def __post_init__(self) -> None:
        several = self.case.knows_several
        self.counts = counted(self.pairs, self.case.nameless, several=several)


Engine = Callable[[Path, str], Sequence[Found]]
"""The blanks that are tagged in a file; the key of the form of ours that it is, if any."""


def cases(*, strictly: bool = False) -> tuple[Case, ...]:
    """`strictly`: the names of our own papers are those of their tags alone."""
    return _made_once(strictly)


@cache
def _made_once(strictly: bool) -> tuple[Case, ...]:
    return tuple(_made(strictly))


def _made(strictly: bool) -> Iterator[Case]:
    for form in list_forms():
        paper = own_paper(form)
        if strictly:
            paper = paper.strictly_named()
        if any(not truth.optional for truth in paper.truths):
            module = paper.key.replace("/", ".")
            yield Case(
                paper.title, OWN, module, paper.blank, paper.truths, paper.nameless, paper.key
            )
    for module, marked in forms():
        blank, truths = marked.blank()
        corpus = HELD_OUT.get(module.rpartition(".")[2], marked.maker)
        yield Case(marked.title, corpus, module, blank, truths)


def engine() -> Engine:
    """`adopt`; of a form of ours without what its own template says of printed labels."""
    from jingjin_forms.adopting import adopt
    from jingjin_forms.adopting.blank_to_template import our_name

    def run(path: Path, key: str) -> Sequence[Found]:
        return adopt(path, canonical=partial(our_name, without=key or None)).blanks

    return run


def measured(case: Case, run: Engine, folder: Path) -> Result:
    path = folder / f"{case.label}.docx"
    path.write_bytes(case.blank)
    found: Sequence[Found] = ()
    error = ""
    start = perf_counter()
    try:
        found = run(path, case.key)
    except Exception as problem:  # a refusal is a result, and so is a fault
        error = f"{type(problem).__name__}: {problem}"
    seconds = perf_counter() - start
    path.unlink()
    return Result(case, compared(case.truths, found), seconds, error)


def ten_pages(given: Sequence[Case]) -> bytes:
    """Forms of one author one behind the other: ten pages, as LibreOffice prints them."""
    parts, *others = (parts_of(case.blank) for case in given if case.module in TEN_PAGES)
    root = etree.fromstring(parts["word/document.xml"])
    body = root.find(f"{W}body")
    assert body is not None
    section = body[-1]
    for other in others:
        for element in etree.fromstring(other["word/document.xml"])[0][:-1]:
            section.addprevious(element)
    parts["word/document.xml"] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return packed(parts)


def share(value: float | None) -> str:
    return "" if value is None else f"{100 * value:.1f}"


def line(title: str, count: Count) -> str:
    cells = [
        count.blanks,
        count.found,
        share(count.recall),
        count.made,
        count.right,
        share(count.precision),
        share(count.names),
        share(count.names_loosely),
    ]
    wide = sum(2 if ord(letter) > 0x2E80 else 1 for letter in title)
    return title + " " * (WIDTH - wide) + "".join(f"{cell:>8}" for cell in cells)


COLUMNS = ["空格", "找到", "找到％", "標籤", "正確", "正確％", "名稱％", "寬鬆％"]
WIDTH = 26
HEAD = " " * WIDTH + "".join(" " * (8 - 2 * len(word)) + word for word in COLUMNS)


def total(results: Sequence[Result]) -> Count:
    return sum((c for result in results for c in result.counts.values()), Count())


def by_kind(results: Sequence[Result]) -> dict[Kind, Count]:
    kinds: dict[Kind, Count] = {}
    for result in results:
        for kind, count in result.counts.items():
            kinds[kind] = kinds.get(kind, Count()) + count
    return {kind: kinds[kind] for kind in Kind if kind in kinds}


def report(results: Sequence[Result]) -> None:
    print(HEAD)
    for kind, count in by_kind(results).items():
        if kind is not Kind.SEAL:
            print(line(kind.value, count))
    print()
    for corpus in dict.fromkeys(result.case.corpus for result in results):
        own = [result for result in results if result.case.corpus == corpus]
        print(line(f"{corpus}（{len(own)}）", total(own)))
    all_of_them = total(results)
    print(line("全部", all_of_them))
    print(
        f"\n簽章 {all_of_them.seals} 處，誤放標籤 {all_of_them.seals_tagged} 處；"
        f"單選複選相同 {all_of_them.several_right}/{all_of_them.choices}"
    )
    for result in results:
        if result.error:
            print(f"沒有結果：{result.case.label}：{result.error[:200]}")
    reached = {name: getattr(all_of_them, name) or 0 for name in TARGETS}
    words = {"recall": "找到", "precision": "正確", "names": "名稱"}
    told = [
        f"{words[name]} {share(reached[name])}％（要 {100 * wanted:.0f}％）"
        for name, wanted in TARGETS.items()
    ]
    print("目標：" + "、".join(told))


def misses(result: Result) -> Iterator[dict[str, Any]]:
    """Everything that is not right, as words."""
    for pair in result.pairs:
        truth, blank = pair.truth, pair.blank
        if not pair.counts or (truth is not None and pair.is_seal and blank is None):
            continue
        named = truth is None or truth.name in result.case.nameless or pair.named
        faults = list(pair.faults) if blank is not None else ["沒找到"]
        faults += ["名稱"] if blank is not None and not named else []
        if not faults:
            continue
        place = truth.place if truth is not None else blank.place if blank is not None else None
        yield {
            "form": result.case.label,
            "faults": faults,
            "place": str(place),
            "truth": _told(truth),
            "found": _told(blank),
        }


def _told(given: Truth | Found | None) -> str:
    if given is None:
        return ""
    more = f" {'／'.join(given.options)}" if given.options else ""
    more += f" ×{given.rows}" if given.rows else ""
    return f"{given.kind.value} {given.name} [{given.before[-12:]}] {given.printed!r}{more}"


def times(results: Sequence[Result], run: Engine, folder: Path) -> dict[str, float]:
    each = [result.seconds for result in results]
    path = folder / "ten.docx"
    path.write_bytes(ten_pages([result.case for result in results]))
    best = float("inf")
    for _ in range(3):
        start = perf_counter()
        run(path, "")
        best = min(best, perf_counter() - start)
    return {"median": statistics.median(each), "longest": max(each), "ten_pages": best}


def _number(given: Sequence[Case]) -> int:
    return sum(total([Result(case, compared(case.truths, ()), 0.0)]).blanks for case in given)


def tell_truth(given: Sequence[Case]) -> None:
    """What the corpora hold, by kind."""
    known = [truth for case in given for truth in case.truths]
    wanted = [truth for truth in known if not truth.optional and truth.kind is not Kind.SEAL]
    seals = sum(truth.kind is Kind.SEAL for truth in known)
    either = len(known) - len(wanted) - seals
    print(f"{len(given)} 份空白表，{len(wanted)} 個空格，{seals} 處簽章，{either} 處可標可不標")
    for kind in Kind:
        of_kind = sum(truth.kind is kind for truth in wanted)
        if of_kind:
            print(f"{kind.value}\t{of_kind}\t{share(of_kind / len(wanted))}％")
    for corpus in dict.fromkeys(case.corpus for case in given):
        own = [case for case in given if case.corpus == corpus]
        print(f"{corpus}\t{len(own)} 份\t{_number(own)} 個")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--only", help="a form's title, a corpus or a module")
    parser.add_argument("--without", help="all but these, told likewise")
    parser.add_argument("--misses", action="store_true", help="list everything that is not right")
    parser.add_argument("--strictly", action="store_true", help="our papers: the tags' names alone")
    parser.add_argument("--truth", action="store_true", help="what the corpora hold; no engine")
    parser.add_argument("--json", type=Path, help="write the figures and misses there")
    asked = parser.parse_args(arguments)
    given = [*cases(strictly=asked.strictly)]
    if asked.only:
        given = [c for c in given if asked.only in c.titles]
    given = [c for c in given if asked.without not in c.titles]
    if not given:
        print("沒有這樣的表。")
        return 2
    if asked.truth:
        tell_truth(given)
        return 0
    try:
        run = engine()
    except ImportError as error:
        print(f"還沒有 adopt 可以量：{error}")
        return 2
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        results = [measured(case, run, folder) for case in given]
        timed = times(results, run, folder) if any(c.module in TEN_PAGES for c in given) else {}
    if asked.misses:
        for result in results:
            for miss in misses(result):
                print(f"{miss['form']} {miss['place']} {'、'.join(miss['faults'])}")
                print(f"    真：{miss['truth']}\n    得：{miss['found']}")
        print()
    report(results)
    if timed:
        print(
            f"時間：每份中位數 {timed['median']:.3f} 秒，最久 {timed['longest']:.3f} 秒；"
            f"十頁的空白表 {timed['ten_pages']:.2f} 秒"
        )
    if asked.json:
        asked.json.write_text(_json(results, timed), encoding="utf-8")
    return 0


def _json(results: Sequence[Result], timed: dict[str, float]) -> str:
    whole = {
        "total": asdict(total(results)),
        "by_kind": {kind.value: asdict(count) for kind, count in by_kind(results).items()},
        "by_form": {r.case.label: asdict(total([r])) | {"error": r.error} for r in results},
        "seconds": timed,
        "misses": [miss for result in results for miss in misses(result)],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    sys.exit(main())
