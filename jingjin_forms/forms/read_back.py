"""A filled Word file, read back as the form that one names."""

from jingjin_forms.files.handed import Source, StrPath
from jingjin_forms.forms.catalog import get_form
from jingjin_forms.forms.form import Form
from jingjin_forms.reading import Reading
from jingjin_forms.reading import read_document as read_as


def read_document(path: Source, form: type[Form] | StrPath) -> Reading:
    """The facts in a filled file: one of ours, or the official blank filled by hand.

    The file is given by its path, as bytes, or open in binary mode; the form as `get_form` takes
    it. Takes .docx, and .odt, .doc and their like through
    LibreOffice. Fixed wording tells what stands where, not places alone; what fits badly is listed
    in `doubts`, nothing is guessed in silence. Of a form with several editions the one that fits
    best is read.

    Raises FileProblemError for what is not this form or cannot be opened, FormNotFoundError.
    """
    return read_as(path, get_form(form))
