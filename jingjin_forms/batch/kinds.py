"""What each row of a batch makes: one form, or a whole packet.

Both are read, named, held against the rules and turned into bytes in the same steps; the bytes of a
packet are a .zip, which the target unpacks into a folder unless files are called so.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from jingjin_forms.batch.naming.names import NAME, check_pattern, default_name, file_name
from jingjin_forms.batch.naming.packet_names import ARCHIVE, check_packet_pattern, packet_name
from jingjin_forms.batch.places.aside import MOST_BYTES
from jingjin_forms.batch.places.beside import OPEN, WORD
from jingjin_forms.batch.places.targets import Content
from jingjin_forms.checks import Findings
from jingjin_forms.errors import FactsError, Problem, shortened
from jingjin_forms.facts import Facts
from jingjin_forms.files.dated import day_of_packing
from jingjin_forms.files.handed import StrPath
from jingjin_forms.forms.catalog import get_form
from jingjin_forms.forms.form import Form
from jingjin_forms.packets.application import PACKET_KEY, Application, get_application
from jingjin_forms.packets.as_facts import readable_facts, sample_packet
from jingjin_forms.packets.packet import Packet
from jingjin_forms.packets.reading import load_packet
from jingjin_forms.packets.writing import zipped
from jingjin_forms.tables.rows import TableRow
from jingjin_forms.tables.table_class import application_named

if TYPE_CHECKING:
    from jingjin_forms.word import CompiledTemplate


class Kind(Protocol):
    """What the rows make; picklable."""

    @property
    def key(self) -> str: ...
    @property
    def suffix(self) -> str:
        """Of the papers: .odt, where their template is one; else .docx."""
        ...

    @property
    def facts(self) -> type[Facts]:
        """What the table has columns for."""
        ...

    def pattern(self, given: str) -> str:
        """The pattern of the file names. Raises FactsError where it does not suit."""
        ...

    def makes_folders(self, pattern: str) -> bool:
        """Whether what is called so is a folder."""
        ...

    def load(self, facts: Mapping[str, Any], folder: Path | None) -> Any:
        """What a row makes. Raises FactsError."""
        ...

    def name(self, pattern: str, made: Any, row: TableRow) -> str: ...
    def check(self, made: Any, on: date | None) -> Findings: ...
    def content(self, made: Any, on: date | None, also: Collection[str], *, aside: bool) -> Content:
        """What is written, with those of the formats called `also` that come without LibreOffice;
        with `aside` each paper as .odt, too, for its .pdf. Raises FillError, FactsError."""
        ...

    def has_odt(self) -> bool:
        """Whether .odt comes without LibreOffice."""
        ...

    def get_ready(self) -> None:
        """Import and compile whatever rows need."""
        ...


@dataclass(frozen=True)
class FormKind:
    """A form a row."""

    facts: type[Form]
    template: "CompiledTemplate | None" = None
    """One of the user's own; else that of the form."""

    @property
    def key(self) -> str:
        return self.facts.key

    @property
    def suffix(self) -> str:
        if self.template is not None:
            return self.template.suffix
        own = self.facts.template_path().suffix.lower()
        return own if own == OPEN else WORD

    def pattern(self, given: str) -> str:
        if self.suffix == OPEN and given != NAME:
            given = _of_odt(given)
        pattern = default_name(given, self.facts)
        check_pattern(pattern, self.facts)
        return pattern

    def makes_folders(self, pattern: str) -> bool:
        return False

    def load(self, facts: Mapping[str, Any], folder: Path | None) -> Form:
        return self.facts.load(facts, folder=folder)

    def name(self, pattern: str, made: Form, row: TableRow) -> str:
        return file_name(pattern, made, row).removesuffix(WORD) + self.suffix

    def check(self, made: Form, on: date | None) -> Findings:
        return made.check(on)

    def content(
        self, made: Form, on: date | None, also: Collection[str], *, aside: bool
    ) -> Content:
        if self.template is not None:
            return Content(made.to_bytes(self.template))
        formats = made.in_formats(also)
        own, *others = formats
        beside = {suffix: formats[suffix] for suffix in others}
        return Content(
            formats[own], beside, _as_odt({"": made}, {"": formats[own]}) if aside else {}
        )

    def has_odt(self) -> bool:
        return self.template is None and self.facts.has_odt_template()

    def get_ready(self) -> None:
        sample = self.facts.sample()
        sample.check()
        sample.to_bytes()


@dataclass(frozen=True)
class PacketKind:
    """A packet a row."""

    application: type[Application]
    day: date
    """What the files in its .zip are dated with."""

    @property
    def key(self) -> str:
        return self.application.key

    @property
    def suffix(self) -> str:
        return WORD

    @property
    def facts(self) -> type[Facts]:
        return readable_facts(self.application)

    def pattern(self, given: str) -> str:
        return check_packet_pattern(given, self.application)

    def makes_folders(self, pattern: str) -> bool:
        return not pattern.endswith(ARCHIVE)

    def load(self, facts: Mapping[str, Any], folder: Path | None) -> Packet:
        """The packet, whole: one of which a fact cannot be read is made when it is mended."""
        named = facts.get(PACKET_KEY)
        if named is not None and get_application(str(named)).key != self.key:
            fault = f"這一列是給別的送件的，這裡要做的是 {self.key}。"
            problem = Problem(PACKET_KEY, fault, named, (PACKET_KEY,), "another_form")
            raise FactsError(self.application.title, [problem])
        return _whole(load_packet({**facts, PACKET_KEY: self.key}, folder=folder))

    def name(self, pattern: str, made: Packet, row: TableRow) -> str:
        return packet_name(pattern, made, row)

    def check(self, made: Packet, on: date | None) -> Findings:
        return made.check(on)

    def content(
        self, made: Packet, on: date | None, also: Collection[str], *, aside: bool
    ) -> Content:
        packet, contents = made.made(on=on, also=also, convert=False)
        _whole(packet)
        forms = {paper.file_name: paper.form for paper in packet.papers if paper.form is not None}
        odt = _as_odt(forms, contents) if aside else {}
        return Content(zipped(contents, self.day), aside=odt)

    def has_odt(self) -> bool:
        return True  # the 送件清單 at least

    def get_ready(self) -> None:
        if (path := sample_packet(self.application)) is not None:
            load_packet(path).made()


def _as_odt(forms: Mapping[str, Form], contents: Mapping[str, bytes]) -> dict[str, bytes]:
    """Those of the forms, by the names of their files, of which that is worth it."""
    small = (n for n in forms if n in contents and len(contents[n]) <= MOST_BYTES)
    templates = {name: forms[name].odt_template() for name in small}
    return {n: forms[n].to_bytes(odt) for n, odt in templates.items() if odt is not None}


def _of_odt(pattern: str) -> str:
    """A pattern for .odt, as one for .docx: what names are made of is the same. Raises FactsError
    for one that is for .docx."""
    if isinstance(pattern, str) and pattern.lower().endswith(WORD):  # pyright: ignore[reportUnnecessaryIsInstance] (callers may be wrong)
        fault = "範本是 .odt，產生的也是 .odt：請以 .odt 結尾，或把範本另存成 .docx。"
        raise FactsError("檔名樣式", [Problem(f"「{shortened(pattern, 100)}」", fault)])
    return pattern.removesuffix(OPEN) + WORD if pattern.endswith(OPEN) else pattern


def _whole(packet: Packet) -> Packet:
    """The packet. Raises FactsError where a paper of it could not be made."""
    if packet.problems:
        raise FactsError(packet.application.title, packet.problems)
    return packet


def kind_of(
    form: "type[Form] | type[Application] | StrPath", template: "CompiledTemplate | None" = None
) -> Kind:
    """What the rows make, by class, key or title. Raises FormNotFoundError; FactsError for a
    template of one's own where several papers are made."""
    application = application_named(form)
    if application is None:
        return FormKind(get_form(form), template)  # type: ignore[arg-type]  # no application by now
    if template is not None:
        fault = "送件有好幾份文件，不能指定一個範本；請改為一張一張產生。"
        raise FactsError("大量產生", [Problem("template", fault)])
    return PacketKind(application, day_of_packing())
