"""What became of each row, and the report that says it."""
