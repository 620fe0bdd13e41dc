"""What is published of a wave: decided, proved, written once, and read from then on."""
