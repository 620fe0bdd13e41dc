"""Pictures of every page of results in every state, to be looked at: python -m tests.screenshots [FOLDER]."""
