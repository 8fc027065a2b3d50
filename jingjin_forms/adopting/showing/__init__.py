"""What was found, as a list, a notebook's page, and a picture of the form."""
