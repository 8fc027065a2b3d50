"""The engine: Word templates in docxtpl's language, compiled once and filled thousands of times."""

from jingjin_forms.word.pictures.picture import Picture
from jingjin_forms.word.template import CompiledTemplate, compile_template

__all__ = ["CompiledTemplate", "Picture", "compile_template"]
