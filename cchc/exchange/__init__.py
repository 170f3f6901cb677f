"""Other programs: calendar, workbook both ways, datasets, other offices' plans, a new office."""
