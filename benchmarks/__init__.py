"""What the program costs, measured on data made for it: python -m benchmarks [NAME]."""
