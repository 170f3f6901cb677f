"""What a sound plan must not contain: a rule is a function, the rules of a subject a file."""
