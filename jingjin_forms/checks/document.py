"""The official document: what it is called, for which 學年度 it was issued, what it says.

    PLAN = Document(
        "範例縣112學年度讀書會實施計畫",
        school_years=(112,),
        clauses={"三": "每校以 5,000元為限。"},
    )
    PLAN["三"]                                    # the clause, which names its document
    PLAN_113 = PLAN.revised(
        "範例縣113學年度讀書會實施計畫", school_years=(113,), clauses={"三": "每校以 6,000元為限。"}
    )

Each sentence stands once, here; rules, papers and findings point to it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from jingjin_forms.values.roc import RocDate

_NO_CLAUSES: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Document:
    """An official text."""

    title: str
    """As messages call it."""
    number: str = ""
    """文號; blank where the copy at hand does not show it."""
    issued: RocDate | None = None
    """The day it was issued or last amended; None where the copy at hand does not show it."""
    school_years: tuple[int, ...] = ()
    """The 學年度 it was issued for; none where it stays in force until it is replaced."""
    link: str = ""
    """Where it is published."""
    checked: RocDate | None = None
    """The day on which our clauses were last compared with it."""
    clauses: Mapping[str, str] = field(default_factory=dict[str, str], hash=False, repr=False)
    """Sentence by number. Where one number holds several sentences that are quoted, a word behind
    a ： tells them apart: 表 1-1 印刷費：單價."""
    revises: "Document | None" = field(default=None, repr=False)
    """The text whose place it takes."""

    def __str__(self) -> str:
        return self.title

    @property
    def cited_as(self) -> str:
        """The title, and what is known beside it: 文號, day of issue, 學年度 where the title does
        not name it."""
        years = "、".join(str(year) for year in self.school_years if str(year) not in self.title)
        issued = "" if self.issued is None else f"{self.issued}發布"
        known = [self.number, issued, f"{years}學年度" if years else ""]
        beside = "，".join(filter(None, known))
        return f"{self.title}（{beside}）" if beside else self.title

    def __getitem__(self, number: str) -> "Clause":
        """The clause of this number. Raises KeyError."""
        return Clause(self, number.partition("：")[0], self.clauses[number])

    def revised(
        self, title: str, *, clauses: Mapping[str, str] = _NO_CLAUSES, **changes: Any
    ) -> "Document":
        """The text that takes this one's place; sentences that are not given stay as they are."""
        changes = {"number": "", "issued": None, "link": "", "checked": None, **changes}
        both = {**self.clauses, **clauses}
        return replace(self, title=title, clauses=both, revises=self, **changes)

    def again(self, clause: "Clause") -> "Clause | None":
        """The clause as this text has it; None where it is of a text that this one does not revise.

        A sentence that was not restated is quoted as it was.
        """
        if clause.document == self:
            return clause
        if self.revises is None or (before := self.revises.again(clause)) is None:
            return None
        said = [key for key, text in self.revises.clauses.items() if text == before.text]
        now = next((self.clauses[key] for key in said if key in self.clauses), before.text)
        return Clause(self, clause.number, now)


@dataclass(frozen=True, slots=True, init=False)
class Clause:
    """The sentence of an official text that a finding rests on."""

    document: Document
    """A text that is only named may be given by its title."""
    number: str
    text: str

    def __init__(self, document: Document | str, number: str, text: str) -> None:
        named = Document(document) if isinstance(document, str) else document
        object.__setattr__(self, "document", named)
        object.__setattr__(self, "number", number)
        object.__setattr__(self, "text", text)

    def as_dict(self) -> dict[str, object]:
        """The clause for a program, with what is known of its document."""
        document = self.document
        return {
            "document": document.title,
            "document_number": document.number,
            "issued": None if document.issued is None else document.issued.isoformat(),
            "school_years": list(document.school_years),
            "number": self.number,
            "text": self.text,
        }

    def __str__(self) -> str:
        return f"{self.document.cited_as} {self.number}".rstrip() + f"：「{self.text}」"
