"""Paper: the official Word documents and their templates."""
