"""Page → Articles: clean text with offsets back into the page."""
