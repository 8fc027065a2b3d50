"""The XML of a picture in a text."""

from jingjin_forms.word.pictures.fitting import FittedPicture
from jingjin_forms.word.printing.links import link_id

_DRAWING = (
    '</w:t><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
    '<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="1" name="{name}" descr="{description}">'
    "{click}</wp:docPr>"
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData '
    'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://'
    'schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="0" '
    'name="{name}">{click}</pic:cNvPr><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="http://schemas.'
    'openxmlformats.org/officeDocument/2006/relationships" r:embed="{relationship}"/><a:stretch>'
    '<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext '
    'cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    '</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>'
    '<w:t xml:space="preserve">'
)  # fmt: skip


_CLICK = (
    '<a:hlinkClick xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://'
    'schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="{relationship}"/>'
)


def drawing(picture: FittedPicture, description: str) -> str:
    """The XML of a picture inside a run; `description` is already escaped."""
    link = picture.link and link_id(picture.link)
    return _DRAWING.format(
        width=picture.width,
        height=picture.height,
        name=picture.media.name,
        description=description,
        relationship=picture.media.relation,
        click=_CLICK.format(relationship=link) if link else "",
    )
