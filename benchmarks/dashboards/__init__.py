"""`./run bench dashboards`: how long pages of results take where there is most to show."""
