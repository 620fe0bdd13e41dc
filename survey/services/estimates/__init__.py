"""What follows from a release: levels and changes, mix or mind, and how well the instrument works."""
