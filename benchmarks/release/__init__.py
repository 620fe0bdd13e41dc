"""`./run bench release`: what may be shown of a wave, decided and proved."""
