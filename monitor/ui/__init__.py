"""The only package below the pages that imports streamlit."""
