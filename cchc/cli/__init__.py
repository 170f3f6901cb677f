"""The words typed: one short file a command."""
