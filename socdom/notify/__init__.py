"""What is told to people and machines outside: mail, and log lines that a program can read."""
