"""The empty mark in a finished page where its foot is put in when it is served."""

# Stands once, before the footer of every page; a browser shows nothing of it.
FOOT_MARK = "<!--reactie-->"
