"""Git: what changed between two plans in words, a task's history, a plan as it was."""
