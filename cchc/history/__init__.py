"""Git: what changed between two editions, in words; a task's history; the review of a range."""
