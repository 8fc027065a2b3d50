"""Papers that the official texts only name: nobody has printed what they look like.

They are listed so that no one looks for them in vain, and they are not invented: a school's own
Word file, or the county's, stands in for them.
"""

from dataclasses import dataclass

from jingjin_forms.checks.document import Clause


@dataclass(frozen=True, slots=True)
class Unpublished:
    """One such paper, with the sentence that names it; a programme's source lists them."""

    title: str
    clause: Clause
