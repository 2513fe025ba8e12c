"""Article and Links → Claims: posts, relations, observations, each with its sentence."""
