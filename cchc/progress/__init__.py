"""The deed: ledger entries, their append, and the state of a milestone on a day."""
