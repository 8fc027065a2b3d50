"""All that is wrong or doubtful about a tagged Word file, at once: `lint("我的表.docx")`."""

from jingjin_forms.lint.linting import CHECKS, PAGE_CHECKS, lint
from jingjin_forms.lint.remark import Remark, is_error, remarks_json

__all__ = ["CHECKS", "PAGE_CHECKS", "Remark", "is_error", "lint", "remarks_json"]
