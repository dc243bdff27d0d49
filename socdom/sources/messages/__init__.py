"""Messages of iWmo and iJw 3.2: read, checked against the standard, and turned into rows."""
