"""The applications of each programme, one module each, named as the folders of `forms`."""
