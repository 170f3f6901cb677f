"""What was promised: models, YAML text with positions, the schedule, what was read before."""
