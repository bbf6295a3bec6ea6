"""Reads PDFs in a child program of its own: `client` speaks to it, and nothing but the child loads PDFium."""
