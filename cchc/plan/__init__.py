"""The promise: models, YAML text with positions, reading, finding the file."""
