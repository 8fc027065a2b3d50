"""The parts around a page: what kinds of part there are, how they hang together, the styles."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from xml.sax.saxutils import escape

from benchmarks.blanks.writers.names import either
from benchmarks.blanks.writers.page import Block, Page

NAMESPACES = {
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "v": "urn:schemas-microsoft-com:vml",
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


class Package(ABC):
    """`parts(page)`: the parts of the file, marks and all."""

    font = "標楷體"
    latin = "Times New Roman"
    language = "zh-TW"
    application = "Microsoft Office Word"
    version = "16.0000"
    namespaces = NAMESPACES
    counting = ("taiwaneseCountingThousand", "%1、")
    """The format and the text of automatic numbers."""
    main_by_default = False
    """Whether [Content_Types].xml names the main part only by the extension xml."""
    plain_style = "Normal"
    styles: dict[str, str] = {"title": "Title", "heading": "Heading1"}  # noqa: RUF012

    def __init__(self) -> None:
        self._ids = 0

    def parts(self, page: Page) -> dict[str, bytes]:
        self._ids = 0
        page = either(page)
        result = {
            "[Content_Types].xml": self.content_types(page),
            "_rels/.rels": self.relations(
                (RELATION + "officeDocument", "word/document.xml"),
                (RELATION + "extended-properties", "docProps/app.xml"),
                (
                    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
                    "core-properties",
                    "docProps/core.xml",
                ),
                *self.more_relations(),
            ),
            "docProps/app.xml": self.app(),
            "docProps/core.xml": self.core(page),
            "word/_rels/document.xml.rels": self.relations(
                *((RELATION + kind, target) for kind, target in self.document_relations(page))
            ),
            "word/document.xml": self.document(page),
            "word/styles.xml": self.style_part(),
            "word/settings.xml": self.settings(),
            "word/numbering.xml": self.numbering(),
        }
        if page.header:
            result["word/header1.xml"] = self.root("hdr", self.blocks(page.header))
        if page.footer:
            result["word/footer1.xml"] = self.root("ftr", self.blocks(page.footer))
        for name, text in self.more_parts().items():
            result[name] = text
        return {
            name: (HEAD + text if not text.startswith("<?xml") else text).encode()
            for name, text in result.items()
        }

    def content_types(self, page: Page) -> str:
        main = f"{OFFICE}document.main+xml"
        plain = main if self.main_by_default else "application/xml"
        overrides = {
            "word/styles.xml": f"{OFFICE}styles+xml",
            "word/settings.xml": f"{OFFICE}settings+xml",
            "word/numbering.xml": f"{OFFICE}numbering+xml",
            "docProps/app.xml": (
                "application/vnd.openxmlformats-officedocument.extended-properties+xml"
            ),
            "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        }
        if not self.main_by_default:
            overrides = {"word/document.xml": main, **overrides}
        if page.header:
            overrides["word/header1.xml"] = f"{OFFICE}header+xml"
        if page.footer:
            overrides["word/footer1.xml"] = f"{OFFICE}footer+xml"
        overrides |= self.more_types()
        return (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="{plain}"/>'
            + "".join(
                f'<Override PartName="/{name}" ContentType="{kind}"/>'
                for name, kind in overrides.items()
            )
            + "</Types>"
        )

    def more_types(self) -> dict[str, str]:
        return {}

    def more_relations(self) -> tuple[tuple[str, str], ...]:
        return ()

    def more_parts(self) -> dict[str, str]:
        return {}

    def relations(self, *given: tuple[str, str]) -> str:
        return (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            + "".join(
                f'<Relationship Id="rId{i}" Type="{kind}" Target="{target}"/>'
                for i, (kind, target) in enumerate(given, 1)
            )
            + "</Relationships>"
        )

    def document_relations(self, page: Page) -> list[tuple[str, str]]:
        result = [
            ("styles", "styles.xml"),
            ("settings", "settings.xml"),
            ("numbering", "numbering.xml"),
        ]
        result += [("header", "header1.xml")] if page.header else []
        result += [("footer", "footer1.xml")] if page.footer else []
        return result

    def app(self) -> str:
        return (
            '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
            f'extended-properties"><Application>{self.application}</Application>'
            f"<AppVersion>{self.version}</AppVersion></Properties>"
        )

    def core(self, page: Page) -> str:
        return (
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
            'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>{escape(page.title)}</dc:title></cp:coreProperties>"
        )

    def settings(self) -> str:
        return (
            f'<w:settings xmlns:w="{NAMESPACES["w"]}"><w:zoom w:percent="100"/>'
            '<w:defaultTabStop w:val="480"/></w:settings>'
        )

    def numbering(self) -> str:
        return (
            f'<w:numbering xmlns:w="{NAMESPACES["w"]}"><w:abstractNum w:abstractNumId="0">'
            '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            f'<w:numFmt w:val="{self.counting[0]}"/><w:lvlText w:val="{self.counting[1]}"/>'
            '<w:lvlJc w:val="left"/></w:lvl></w:abstractNum><w:num w:numId="1">'
            '<w:abstractNumId w:val="0"/></w:num></w:numbering>'
        )

    def style_part(self) -> str:
        fonts = (
            f'<w:rFonts w:ascii="{self.latin}" w:eastAsia="{self.font}" w:hAnsi="{self.latin}"/>'
        )
        named = "".join(
            f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="{self.plain_style}"/><w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr>'
            "</w:style>"
            for key, name, size in (
                (self.styles["title"], "Title", 32),
                (self.styles["heading"], "heading 1", 26),
            )
        )
        return (
            f'<w:styles xmlns:w="{NAMESPACES["w"]}"><w:docDefaults><w:rPrDefault><w:rPr>{fonts}'
            f'<w:sz w:val="24"/><w:lang w:val="en-US" w:eastAsia="{self.language}"/></w:rPr>'
            "</w:rPrDefault></w:docDefaults>"
            f'<w:style w:type="paragraph" w:default="1" w:styleId="{self.plain_style}">'
            f'<w:name w:val="Normal"/></w:style>{named}</w:styles>'
        )

    # the page

    def root(self, name: str, inside: str) -> str:
        spaces = "".join(f' xmlns:{p}="{uri}"' for p, uri in self.namespaces.items())
        known = " ".join(p for p in self.namespaces if p in ("w14", "wp14", "w15"))
        return f'<w:{name}{spaces} mc:Ignorable="{known}">{inside}</w:{name}>'

    def document(self, page: Page) -> str:
        number = len(self.document_relations(Page(())))
        references = ""
        for kind, blocks in (("header", page.header), ("footer", page.footer)):
            if blocks:
                number += 1
                references += f'<w:{kind}Reference w:type="default" r:id="rId{number}"/>'
        section = (
            f"<w:sectPr>{references}"
            '<w:pgSz w:w="11906" w:h="16838"/>'
            '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" '
            'w:footer="567" w:gutter="0"/></w:sectPr>'
        )
        return self.root("document", f"<w:body>{self.blocks(page.blocks)}{section}</w:body>")

    @abstractmethod
    def blocks(self, given: Iterable[Block]) -> str:
        """The XML of paragraphs, tables and text boxes."""
