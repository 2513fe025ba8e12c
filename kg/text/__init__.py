"""The Chinese language as pure functions over strings."""
