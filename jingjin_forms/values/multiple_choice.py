"""Choices of which any number may be ticked: 可複選.

    methods: Annotated[Chosen, MultipleChoice(Method)] = label("實施方式", ())

Facts are a list of options, or one text with the options between 、; in a template each option is a
box, as with a single choice: `{{ 實施方式.案例分析 }}`.
"""

import re
from dataclasses import dataclass
from typing import Any, cast

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from jingjin_forms.errors import listed, shortened
from jingjin_forms.values.choice import Boxes, Choice

Chosen = tuple[Choice, ...]
"""What was ticked, in the printed order."""

_SEPARATOR = r"\s*[、，,;；\n]\s*"


@dataclass(frozen=True)
class MultipleChoice:
    """Any number of the options."""

    options: type[Choice]

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self._read)

    def __get_pydantic_json_schema__(
        self, _: CoreSchema, __: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "array", "items": {"enum": list(map(str, self.options))}}

    def to_context(self, chosen: Chosen) -> Boxes:
        """All options as boxes; as a text, those chosen."""
        return Boxes(self.options, chosen)

    def _read(self, given: Any) -> Chosen:
        if isinstance(given, str):
            given = self._split(given.strip())
        if not isinstance(given, list | tuple):
            raise ValueError(f"要填成清單，或用「、」隔開；{self._known()}")
        named = [option for option in cast(list[Any], given) if option not in (None, "")]
        unknown = [option for option in named if option not in self._texts()]
        if unknown:
            raise ValueError(f"「{listed(map(shortened, unknown))}」不在選項內；{self._known()}")
        return tuple(option for option in self.options if option.value in named)

    def _split(self, text: str) -> list[str]:
        """The options in a text; one may itself contain a 、, so options are looked for first."""
        longest_first = sorted(self._texts(), key=len, reverse=True)
        option = "|".join(map(re.escape, longest_first))
        if re.fullmatch(rf"(?:{option})(?:{_SEPARATOR}(?:{option}))*", text):
            return re.findall(option, text)
        return re.split(_SEPARATOR, text)

    def _texts(self) -> list[str]:
        return [option.value for option in self.options]

    def _known(self) -> str:
        return f"可填的有：{'、'.join(self._texts())}。"
