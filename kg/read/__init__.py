"""Bytes → Page: what the source gives, decoded, never edited."""
