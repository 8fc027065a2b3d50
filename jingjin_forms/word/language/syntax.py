"""What is wrong with the tags of a part, all of it at once and in the words of a Word user.

jinja2 stops at the first fault and knows nothing of pages. Here every tag is looked at alone, and
every `{% if %}` with its `{% endif %}`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from jinja2 import Environment, TemplateSyntaxError, nodes

from jingjin_forms.errors import Problem, shortened
from jingjin_forms.word.codes import TAG, UNKNOWN_NAME
from jingjin_forms.word.docx.location import part_title
from jingjin_forms.word.language.part_source import PartSource
from jingjin_forms.word.language.reader import Tag
from jingjin_forms.word.language.shape import TOO_DEEP, faults_of_shape

_keyword = re.compile(r"\{%[-+]?\s*(\w+)").match
_set_of_a_block = re.compile(r"\{%[-+]?\s*set\s+\w+\s*(\||[-+]?%\})").match
_PAIRED = {"for", "if", "macro", "call", "filter", "block", "with", "autoescape"}
_MIDDLES = {"elif": {"if"}, "else": {"if", "for"}}
_OTHER_FILES = (nodes.Include, nodes.Extends, nodes.Import, nodes.FromImport)
_UNCLOSED = (
    "兩個標籤要用同一種開頭（{%tr、{%p、{%），且 {%tr 標籤各自獨佔一列、{%p 標籤各自獨佔一段"
)


def parsed(
    source: PartSource, declaration: str, environment: Environment, problems: list[Problem]
) -> nodes.Template | None:
    """The part as jinja2's tree; None when there is none. All that is wrong goes to `problems`."""
    # A tag of several lines is there once for each; equal tags of one paragraph are several.
    tags = list({id(tag): tag for tag in source.tags.values()}.values())
    found = [*_unpaired(tags), *_unreadable(tags, environment)]
    tree = None
    try:
        tree = environment.parse(declaration + source.text, source.name)
        shape = faults_of_shape(tree, source)
        found += shape or unknown_names(tree, source.tags, environment)
    except TemplateSyntaxError as error:
        if not found and not source.problems:  # otherwise this is only what follows from them
            found.append(syntax_problem(error, source))
    except (RecursionError, MemoryError, ValueError):
        if not found:
            found.append(Problem(part_title(source.name), TOO_DEEP, code=TAG))
    problems += found
    return None if found else tree


def _unpaired(tags: list[Tag]) -> Iterator[Problem]:
    open_tags: list[tuple[str, Tag]] = []
    for tag in tags:
        matched = _keyword(tag.code)
        word = matched[1] if matched else ""
        if word in _PAIRED or _set_of_a_block(tag.code):
            open_tags.append((word, tag))
        elif word.startswith("end") or word in _MIDDLES:
            wanted = _MIDDLES.get(word, {word.removeprefix("end")})
            if not any(opener in wanted for opener, _ in open_tags):
                yield _problem(tag, f"前面找不到它的 {'/'.join(sorted(wanted))}：{_UNCLOSED}。")
                continue
            while open_tags[-1][0] not in wanted:
                yield _unclosed(*open_tags.pop())
            yield from _across_cells(open_tags[-1][1], tag)
            if word.startswith("end"):
                open_tags.pop()
    for word, tag in open_tags:
        yield _unclosed(word, tag)


def _unclosed(word: str, tag: Tag) -> Problem:
    return _problem(tag, f"後面找不到它的 end{word}：{_UNCLOSED}。")


def _across_cells(first: Tag, second: Tag) -> Iterator[Problem]:
    if first.path != second.path:
        yield _problem(
            second,
            f"與它的 {first.text}（{first.place}）不在同一格，或開頭不同種："
            f"填寫後會少一格，或 Word 打不開。{_UNCLOSED}。",
        )


def _unreadable(tags: list[Tag], environment: Environment) -> Iterator[Problem]:
    for tag in tags:
        try:
            environment.parse(_alone(tag.code))
        except TemplateSyntaxError as error:
            yield _problem(tag, _remedy(error))
        except (RecursionError, MemoryError):
            yield _problem(tag, TOO_DEEP)
        except ValueError:  # Python reads no number of more than 4,300 digits
            yield _problem(tag, "裡的數太長，讀不出來。")


def _alone(code: str) -> str:
    """A source in which the tag is complete by itself."""
    matched = _keyword(code)
    word = matched[1] if matched else ""
    if word == "elif" or word == "else":
        return f"{{% if 1 %}}{code}{{% endif %}}"
    if word.startswith("end"):
        return ""  # its partner is what counts
    if word in _PAIRED or _set_of_a_block(code):
        return f"{code}{{% end{word} %}}"
    return code


def unknown_names(
    tree: nodes.Template, tags: Mapping[int, Tag], environment: Environment
) -> Iterator[Problem]:
    """Filters and tests that there are none of, and what reads other files."""
    for node in tree.find_all((nodes.Filter, nodes.Test)):
        kind, known = (
            ("過濾器", environment.filters)
            if isinstance(node, nodes.Filter)
            else ("測試", environment.tests)
        )
        if node.name not in known:
            remedy = _nearest(node.name, known)
            message = f"沒有「{node.name}」這個{kind}，{remedy}"
            yield _problem(tags[node.lineno], message, UNKNOWN_NAME)
    for node in tree.find_all(_OTHER_FILES):
        message = "想讀取別的檔案，範本裡不准使用；請把內容寫在同一個檔案。"
        yield _problem(tags[node.lineno], message)


def syntax_problem(error: TemplateSyntaxError, source: PartSource) -> Problem:
    """What jinja2 itself found, with the place of the tag."""
    return _problem(source.tags.get(error.lineno) or source.tags[max(source.tags)], _remedy(error))


def _remedy(error: TemplateSyntaxError) -> str:
    message = error.message or ""
    if "unknown tag" in message:
        return f"沒有這種標籤，請檢查拼字與 {{%tr、{{%p 後面的空格（{message}）。"
    return f"寫法不完整，請檢查括號、引號與運算符號（{message}）。"


def _nearest(name: str, known: Iterable[str]) -> str:
    """What may have been meant; of the names with letters of Chinese only those with some."""
    alike = [other for other in known if other.isidentifier() and other.isascii() == name.isascii()]
    near = get_close_matches(name[:50], alike, n=1, cutoff=0.5)
    return f"是不是「{near[0]}」？" if near else "請檢查拼字。"


def _problem(tag: Tag, message: str, code: str = TAG) -> Problem:
    shown = shortened(tag.text, 200)
    return Problem(str(tag.place), f"標籤 {shown} {message}", shown, code=code)
