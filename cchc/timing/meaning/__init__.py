"""What the terms of a phrase say together: recurrence, names, clauses without a day, leftovers."""
