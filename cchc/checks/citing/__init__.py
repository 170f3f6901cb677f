"""The documents that a plan cites: how a citation reads, and rules about what it says."""
