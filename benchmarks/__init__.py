"""What cchc costs, measured. A package, for old releases of jsonschema ship one of this name."""
