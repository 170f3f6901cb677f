"""Other people's files: the plan as a calendar and as a workbook."""
