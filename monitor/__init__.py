"""Tellen en vertellen: indicators made together with residents, beside the verhalen that belong to them."""

__version__ = "0.1.0"
