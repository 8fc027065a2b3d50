"""How files and folders are called: patterns with labels in braces."""
