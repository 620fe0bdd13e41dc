"""What is asked: versioned TOML files, and what they say."""
