"""The JSON Schema of a description, by which editors complete it and mark what is wrong.

    # yaml-language-server: $schema=說明檔.schema.json

It is that of the classes that read the file, so the two cannot say different things.
"""

from typing import Any, cast

from jingjin_forms.forms.tagged.description import (
    Description,
    DocumentDescription,
    FieldDescription,
    RuleDescription,
)

_TITLES = {
    Description: ("說明檔", "Word 範本旁邊的說明檔：標籤的類型、計算與規則。"),
    DocumentDescription: ("文件", "規則引用的官方文件。"),
    FieldDescription: ("欄位", "一個標籤：填什麼、怎麼填、怎麼算。"),
    RuleDescription: ("規則", "一條規則：管哪個欄位、限制是什麼、依據哪一句。"),
}


def description_schema() -> dict[str, Any]:
    """The schema (draft 2020-12) of the YAML beside a tagged Word file, in Chinese."""
    schema = Description.model_json_schema(by_alias=True, ref_template="#/$defs/{model}")
    parts = {part.__name__: part for part in _TITLES}
    for name, made in [(Description.__name__, schema), *schema["$defs"].items()]:
        part = parts[name]
        made["title"], made["description"] = _TITLES[part]
        for key in made["properties"].values():
            _without_null(key)
        if part.text_key:
            whole = dict(made)
            made.clear()
            made |= {"anyOf": [whole["properties"][part.text_key], whole]}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _without_null(key: dict[str, Any]) -> None:
    """A key that is not wanted is left out; there is nothing to write behind it."""
    key.pop("default", None)
    kept = [way for way in cast(list[Any], key.get("anyOf", [])) if way != {"type": "null"}]
    if len(kept) == 1:
        del key["anyOf"]
        key |= kept[0]
    elif kept:
        key["anyOf"] = kept
