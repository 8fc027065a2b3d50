"""What values bring into an .odt: pictures, with their entries in its list, and styles."""

from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from jingjin_forms.files.remembered import of_short_bytes
from jingjin_forms.word.docx.package import Package
from jingjin_forms.word.open_document.names import MANIFEST, NAMESPACES
from jingjin_forms.word.pictures.fitting import FittedPicture
from jingjin_forms.word.pictures.media import Brought, to_bytes

MANIFEST_NAME = "META-INF/manifest.xml"
_EMU_PER_UNIT, _UNITS_PER_INCH = 360, 2540
_FOLDER = "Pictures"
_PICTURE_STYLE = "jingjin-picture"
_STYLES_END = "</office:automatic-styles>"
_NO_STYLES = "<office:automatic-styles/>"
# As LibreOffice writes the style of a picture that a .docx has in its text.
_STYLE = (
    f'<style:style style:name="{_PICTURE_STYLE}" style:family="graphic"'
    ' style:parent-style-name="Graphics"><style:graphic-properties'
    ' fo:margin-left="0in" fo:margin-right="0in" fo:margin-top="0in" fo:margin-bottom="0in"'
    ' fo:background-color="transparent" draw:fill="none" draw:fill-color="#ffffff"'
    ' fo:padding="0in" fo:border="none" style:mirror="none" fo:clip="rect(0in, 0in, 0in, 0in)"'
    ' draw:luminance="0%" draw:contrast="0%" draw:red="0%" draw:green="0%" draw:blue="0%"'
    ' draw:gamma="100%" draw:color-inversion="false" draw:image-opacity="100%"'
    ' draw:color-mode="standard"/></style:style>'
)
_ENTRY = (
    f'<manifest:file-entry xmlns:manifest="{NAMESPACES["manifest"]}"'
    ' manifest:full-path="{path}" manifest:media-type="{type}"/>'
)
"""With its namespace: in the list it stands in the prefix may be another."""
_XLINK = f'xmlns:xlink="{NAMESPACES["xlink"]}"'
_FRAME = (
    '<draw:frame draw:style-name="{style}" draw:name="{name}" text:anchor-type="as-char"'
    ' svg:width="{width:.4f}in" svg:height="{height:.4f}in"><draw:image {xlink}'
    ' xlink:href="{folder}/{file}" xlink:type="simple" xlink:show="embed"'
    ' xlink:actuate="onLoad" draw:mime-type="{type}"/><svg:desc>{description}</svg:desc>'
    "</draw:frame>"
)


def odt_drawing(picture: FittedPicture, description: str) -> str:
    """The XML of a picture in a text; `description` is already escaped."""
    frame = _FRAME.format(
        style=_PICTURE_STYLE,
        name=picture.media.name,
        width=_inches(picture.width),
        height=_inches(picture.height),
        xlink=_XLINK,
        folder=_FOLDER,
        file=picture.media.name,
        type=picture.media.type,
        description=description,
    )
    return linked(frame, picture.link, "draw") if picture.link else frame


def _inches(emu: int) -> float:
    """As LibreOffice has it, which counts in hundredths of a millimetre."""
    return round(emu / _EMU_PER_UNIT) / _UNITS_PER_INCH


def linked(xml: str, address: str, prefix: str) -> str:
    """What leads to an address when it is clicked on."""
    href = address.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    return f'<{prefix}:a {_XLINK} xlink:type="simple" xlink:href="{href}">{xml}</{prefix}:a>'


def with_styles(xml: str, brought: Brought) -> str:
    """The XML of a part with the styles that its values ask for."""
    styles = {**brought.styles, **({_PICTURE_STYLE: _STYLE} if brought.pictures else {})}
    if not styles:
        return xml
    added = "".join(style for name, style in sorted(styles.items()) if f'"{name}"' in xml)
    xml = xml.replace(_NO_STYLES, f"{_NO_STYLES[:-2]}>{_STYLES_END}", 1)
    return xml.replace(_STYLES_END, f"{added}{_STYLES_END}", 1)


def with_pictures(package: Package, brought: Mapping[str, Brought]) -> Package:
    """The package with pictures added, and told of in its list of files."""
    pictures = {p.name: p for part in brought.values() for p in part.pictures.values()}
    if not pictures:
        return package
    added = {f"{_FOLDER}/{name}": picture.content for name, picture in pictures.items()}
    listed = _listed(package.parts[MANIFEST_NAME])
    entries = "".join(
        _ENTRY.format(path=f"{_FOLDER}/{name}", type=picture.type)
        for name, picture in sorted(pictures.items())
        if f"{_FOLDER}/{name}" not in listed.files
    )
    manifest = listed.beginning + entries.encode() + listed.end
    return package.with_parts({**added, MANIFEST_NAME: manifest}, once=True)


class _Listed(NamedTuple):
    """A list of files, parted where more can stand."""

    files: frozenset[str]
    beginning: bytes
    end: bytes


@of_short_bytes
def _listed(content: bytes) -> _Listed:
    root = etree.fromstring(content)
    beginning, mark, end = to_bytes(root).rpartition(b"</")
    return _Listed(
        frozenset(e.get(f"{MANIFEST}full-path", "") for e in root), beginning, mark + end
    )
