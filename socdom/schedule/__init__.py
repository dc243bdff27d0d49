"""What is due on a day, and what became of it: rules over the calendar, and a small journal. Nothing of a person."""
