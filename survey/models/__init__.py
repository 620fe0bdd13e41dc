"""Tables: typed columns and constraints, no queries. One metadata per store."""
