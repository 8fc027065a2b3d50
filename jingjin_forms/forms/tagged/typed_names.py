"""English names in the tags of a Word file: `{{ school }}` asks for 學校名稱, as the label does.

A name counts where exactly one label of our forms has it: in a list those of its rows first
(`line.total` of 經費項目 is 總價), else those of the forms (`total` is 合計), else any. A name that
no label has, or several (`period`), is a label of the file's own; so is one whose label is typed in
the same file, for there they are two: 姓名 and, perhaps in English, name.
"""

from collections.abc import Iterable

from jinja2 import nodes

from jingjin_forms.forms.tagged.vocabulary import Vocabulary
from jingjin_forms.word.tag_tree import TagTree


class TypedNames:
    """Labels of what was typed, and the names among it."""

    def __init__(self, known: Vocabulary) -> None:
        self._known = known
        self._typed: set[str] = set()
        self.found: dict[str, tuple[str, ...]] = {}
        """Each name that stood for a label, with the labels it stood for."""

    def look_over(self, trees: Iterable[TagTree]) -> None:
        """Remember all that is typed in a file, before it is asked for one by one."""
        self._typed |= {word for tree in trees for word in _words(tree.tree)}

    def label(self, typed: str, around: str = "") -> str:
        """The label of what was typed as a part of the label `around`."""
        label = self._known.label(typed, around)
        if label in self._typed:
            return typed
        if label != typed and label not in self.found.get(typed, ()):
            self.found[typed] = (*self.found.get(typed, ()), label)
        return label


def _words(tree: nodes.Template) -> Iterable[str]:
    """Every name, and every text, which may name a part."""
    for node in tree.find_all((nodes.Name, nodes.Getattr, nodes.Const)):
        match node:
            case nodes.Name():
                yield node.name
            case nodes.Getattr():
                yield node.attr
            case nodes.Const(value=str(text)):
                yield text
            case _:
                pass
