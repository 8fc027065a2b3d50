"""An official blank Word file becomes a template: its blanks are found and tags put into them."""
