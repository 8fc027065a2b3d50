"""What is wanted beside the Word files: the same papers as .odt and .pdf."""
