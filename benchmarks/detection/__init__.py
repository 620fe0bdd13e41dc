"""How often the engine disturbs a quiet company, how soon it finds what falls, and how soon anybody could."""
