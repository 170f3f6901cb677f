"""What a sound plan must not contain: one rule a file."""
