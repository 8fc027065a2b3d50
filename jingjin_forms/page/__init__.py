"""A Word file as a reader sees it: lines of text and tables as grids, each with where it stands."""
