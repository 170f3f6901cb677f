"""What was done: the ledger, and how every milestone stands on a day."""
