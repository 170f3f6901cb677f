"""Completing in the shell what is being typed: quick, silent, and from the plan as it is now."""
