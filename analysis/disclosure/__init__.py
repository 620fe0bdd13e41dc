"""What may be shown of a wave, so that no combination of shown numbers is about fewer than k people."""
