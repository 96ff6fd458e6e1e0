"""The only home of SQL and duckdb."""
