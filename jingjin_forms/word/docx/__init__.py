"""What a .docx is: its zip, its parts, what they refer to, and where in them something stands."""
