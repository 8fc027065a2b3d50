"""An official blank Word file becomes a template: its blanks are found and tags put into them.

adoption = adopt("空白表.docx")
adoption.save("我的表.docx")
"""

from jingjin_forms.adopt.adoption import Adoption, adopt
from jingjin_forms.adopt.blank import Blank, Kind

__all__ = ["Adoption", "Blank", "Kind", "adopt"]
