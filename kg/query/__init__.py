"""Answers from a built graph: look-ups in the index, paths, search, SPARQL."""
