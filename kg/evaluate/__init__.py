"""How good a built graph is on pages that a person has annotated (`kg eval`)."""
