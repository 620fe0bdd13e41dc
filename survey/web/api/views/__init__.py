"""What is done for a program, one file for each kind of thing."""
