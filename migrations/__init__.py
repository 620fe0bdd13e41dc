"""How the tables came to be: one Alembic environment per store. A version never imports our models."""
