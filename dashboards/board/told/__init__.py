"""What is told to everybody, in their language: pure functions from the values of a board to sentences."""
