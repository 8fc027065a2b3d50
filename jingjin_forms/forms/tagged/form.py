"""`form_of("我的表.docx")`: the Form class that a tagged Word file is."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import lru_cache
from os import PathLike, fspath, stat
from pathlib import Path
from typing import Any, ClassVar, Self, cast

from lxml import etree

from jingjin_forms.checks import Rules
from jingjin_forms.errors import (
    FileProblemError,
    FormNotFoundError,
    Problem,
    TemplateError,
    shortened,
)
from jingjin_forms.files.handed import StrPath, path_of
from jingjin_forms.forms.form import Form
from jingjin_forms.forms.named import form_named
from jingjin_forms.forms.paths import is_path
from jingjin_forms.forms.tagged.building import Builder
from jingjin_forms.forms.tagged.describing import Varied, described
from jingjin_forms.forms.tagged.description_reading import description_beside, read_description
from jingjin_forms.forms.tagged.examples import example_of
from jingjin_forms.forms.tagged.fields import fields_of
from jingjin_forms.forms.tagged.reading import read_uses, uses_of
from jingjin_forms.forms.tagged.spec import FormSpec
from jingjin_forms.forms.tagged.typed_names import TypedNames
from jingjin_forms.forms.tagged.variants import VariantBuilder
from jingjin_forms.forms.tagged.vocabulary import Vocabulary, vocabulary
from jingjin_forms.word.codes import NO_TAGS
from jingjin_forms.word.file_format import template_parts
from jingjin_forms.word.tag_tree import TagTree

CLASSES = "jingjin_forms.forms.tagged.classes"
"""The module in which pickle finds the classes again."""
_PROPERTIES = ("docProps/core.xml", "meta.xml")
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_LONGEST_TITLE = 60
_NO_TITLES = ("Microsoft Word", "Word Document", "PowerPoint")
"""How titles begin that programs give on their own."""


class TaggedForm(Form):
    """Base of the forms that are Word files and nothing else."""

    spec: ClassVar[FormSpec]
    """What its tags, our forms and its description say of its fields."""
    typed_names: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    """English names in its tags, each with the labels it stands for there."""
    changes: ClassVar[tuple[str, ...]] = ()
    """What it has otherwise than the form that its description says it varies, in Chinese."""

    @classmethod
    def is_called(cls, name: str) -> bool:
        """Also by its file's name, wherever the file lies."""
        return super().is_called(name) or name.replace("\\", "/").rpartition("/")[2] == cls.key

    @classmethod
    def module_name(cls) -> str:
        """By which rules call it: of a variant as they call the form that it varies."""
        return cls.spec.base.module_name() if cls.spec.base else super().module_name()

    @classmethod
    def with_labels(cls, trees: "Iterable[TagTree]") -> None:
        """Its tags as if labels had been typed."""
        read_uses(trees)

    @classmethod
    def has_sample(cls) -> bool:
        """Nobody has filled it in yet."""
        return False

    @classmethod
    def sample(cls, school_year: int | None = None) -> Self:
        """Filled with what each field takes, so that a user sees it."""
        return cls.model_validate(example_of(cls.spec.fields, cls))


def form_of(path: StrPath | type[Form]) -> type[Form]:
    """The form that a tagged Word file is: its fields are the tags, its template is the file.

    A label that our forms know has its type, hint and computation there, any other is a text; a
    filter says otherwise (`{{ 經費|元 }}`). The title is that of the file's properties, or its
    name. As long as the file does not change, the class is the same. A class is taken as it is, and
    a name that is no path (經費概算表) as `get_form` takes it.

    Raises FileProblemError for a file that cannot be read, TemplateError naming every faulty tag,
    FormNotFoundError.
    """
    if isinstance(path, type) and issubclass(path, Form):  # pyright: ignore[reportUnnecessaryIsInstance] (callers may be wrong)
        return path
    if isinstance(path, str) and not is_path(path):
        with suppress(FormNotFoundError):  # then it is a file without a suffix, there or not
            return form_named(path)
    name = path.strip() if isinstance(path, str) else str(path_of(path, "範本"))
    try:
        absolute = Path(name).resolve()
        template = stat(absolute)
    except (OSError, ValueError) as error:
        raise FileProblemError(f"找不到範本檔「{shortened(name, 200)}」（{error}）。") from None
    beside = description_beside(absolute)
    states = [template] if beside is None else [template, stat(beside)]
    return form_with(fspath(absolute), *(n for s in states for n in (s.st_size, s.st_mtime_ns)))


@lru_cache(maxsize=256)
def form_with(path: str, *state: int) -> type[Form]:
    """The form of a file and of the description beside it, as they were at these sizes and times.

    Raises DescriptionError, too.
    """
    name = f"T{path.encode(errors='surrogatepass').hex()}_{'_'.join(map(str, state))}"
    spec, varied = _described(spec_of(path))
    return form_from(spec, name, varied=varied)


def form_from(
    spec: FormSpec,
    name: str = "TaggedForm",
    known: Vocabulary | None = None,
    varied: Varied | None = None,
) -> type[Form]:
    """The class of what a file asks for; `name` is what pickle calls it."""
    members: dict[str, Any] = {
        "title": spec.title,
        "annex": spec.annex,
        "programme": spec.programme,
        "key": spec.key,
        "template_file": spec.template,
        "spec": spec,
        "typed_names": spec.typed_names,
        "__doc__": f"{spec.title}：{spec.template.name}",
        **spec.extra,
    }
    if spec.base is None or varied is None:
        members |= {"rules": spec.rules or Rules(), "edition": spec.edition}
        builder = Builder(CLASSES, name, known or vocabulary())
        return cast("type[Form]", builder.form(spec.title, TaggedForm, spec.fields, members))
    own = {"rules": spec.rules, "edition": spec.edition}  # else those of the form it varies
    members |= {key: value for key, value in own.items() if value is not None}
    members["changes"] = varied.changes
    variants = VariantBuilder(CLASSES, name, known or vocabulary())
    first = () if issubclass(spec.base, TaggedForm) else (TaggedForm,)
    made = variants.variant(first, spec.base, spec.fields, varied.told, varied.gone, members)
    made.programme = spec.programme  # which its base's programme would have set
    return made


def spec_of(path: str | PathLike[str], known: Vocabulary | None = None) -> FormSpec:
    """What the tags of a file ask for; with `known`, by another vocabulary than that of all our
    forms.

    Raises FileProblemError and TemplateError.
    """
    file = Path(path)
    known = known or vocabulary()
    names = TypedNames(known)
    uses = uses_of(file, names)
    if not uses:
        raise TemplateError(
            f"範本「{file.name}」",
            [
                Problem(
                    "整份檔案",
                    "沒有任何標籤，不知道要填什麼；請在要填的地方打上 {{ 姓名 }} 這樣的標籤，"
                    "或先用 jingjin adopt 找出空格。",
                    code=NO_TAGS,
                )
            ],
        )
    problems: list[Problem] = []
    fields = fields_of(uses, known, problems)
    if problems:
        raise TemplateError(f"範本「{file.name}」", problems)
    return FormSpec(_title(file), file.name, file.absolute(), fields, typed_names=names.found)


def _described(spec: FormSpec) -> tuple[FormSpec, Varied | None]:
    """The fields as a description beside the file refines them."""
    beside = description_beside(spec.template)
    if beside is None:
        return spec, None

    def find(name: str) -> type[Form]:
        if is_path(name):
            return form_of(spec.template.parent / name)
        return form_named(name)

    return described(spec, read_description(beside), find)


def _title(path: Path) -> str:
    """The title in the file's properties, where one has been given; else the file's name."""
    title = ""
    parts = template_parts(path)
    content = next((parts[name] for name in _PROPERTIES if name in parts), None)
    if content is not None:
        title = etree.fromstring(content).findtext(f".//{_TITLE}") or ""
    title = " ".join(title.split())
    is_given = 0 < len(title) <= _LONGEST_TITLE and not set("{}") & set(title)
    return title if is_given and not title.startswith(_NO_TITLES) else path.stem
