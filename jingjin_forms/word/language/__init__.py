"""The language of tags: read where they stand, compiled, kept within bounds."""
