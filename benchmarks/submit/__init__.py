"""`./run bench submit`: answers a second, beside a bare view that inserts one row with the same durability."""
