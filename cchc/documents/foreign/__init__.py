"""Word files from anyone: refused, unpacked and walked through with care, for lint and verify."""
