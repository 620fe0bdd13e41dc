"""What is written: one file for each kind of mail."""
