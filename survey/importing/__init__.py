"""Survey files that other tools made: read, checked and turned into the values analysis takes."""
