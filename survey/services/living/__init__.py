"""The living company of the demo: six hundred people who do not exist, and eighteen months of their answers."""
