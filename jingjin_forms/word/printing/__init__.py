"""Values as the XML of Word text."""
