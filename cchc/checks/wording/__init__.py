"""Rules of the pen: letters, spaces, dashes and words that were written or scanned wrongly."""
