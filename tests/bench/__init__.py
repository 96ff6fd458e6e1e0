"""Benchmarks: ratios against a blank page and against bare DuckDB, because machines are noisy (`make bench`)."""
