"""`./run bench redteam`: an attacker with everything that was published, against two hundred companies."""
