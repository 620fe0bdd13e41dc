"""What the service does, as verbs."""
