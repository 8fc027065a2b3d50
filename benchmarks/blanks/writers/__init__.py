"""Pages as an author thinks of them, and how several programs write them into a file."""
