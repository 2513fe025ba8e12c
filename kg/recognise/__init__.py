"""Article → Mentions: which stretches of the text name something, and what kind of thing."""
