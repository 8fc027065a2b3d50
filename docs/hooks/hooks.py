"""What mkdocs calls while it builds the guide: adds the pages that are made from the code."""

from typing import Any

from guide_pages import (
    PAGES_IN_PLACE_OF,
    changelog_page,
    navigation,
    reference_pages,
    with_form_classes,
)
from guide_pictures import first_pages
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Put the programmes and their forms where the navigation names the page of all forms."""
    config.nav = [_with_reference(entry) for entry in config.nav or []]
    return config


def _with_reference(entry: Any) -> Any:
    if isinstance(entry, dict) and PAGES_IN_PLACE_OF in entry.values():
        return {next(iter(entry)): [PAGES_IN_PLACE_OF, *navigation()]}
    return entry


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages and the pictures of the forms."""
    pictures = first_pages()
    pages = {**reference_pages(set(pictures)), "changelog.md": changelog_page()}
    for uri, text in pages.items():
        files.append(File.generated(config, uri, content=text))
    for key, content in pictures.items():
        files.append(File.generated(config, f"reference/{key}.png", content=content))
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Put the classes of the forms where a page has the marker for them."""
    return with_form_classes(markdown)
