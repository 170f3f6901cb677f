"""What is wrong with a template, all of it at once, before and without printing a plan."""
