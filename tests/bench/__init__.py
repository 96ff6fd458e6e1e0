"""Benchmarks: ratios against a blank page and against bare DuckDB, because machines are noisy. Run with `make bench`."""
