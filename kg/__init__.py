"""Chinese newspapers into a knowledge graph in which every fact keeps its sentence."""
