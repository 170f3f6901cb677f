"""The words typed: options, one call, print, exit code; the commands of a concern share a file."""
