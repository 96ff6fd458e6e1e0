"""Files of CBS, RIVM, Leefbaarometer and GeoJSON, read into pyarrow tables. Knows nothing of the store."""
