"""The history that a company brings along: shown like its own waves, and known to the engine from the first one on."""
