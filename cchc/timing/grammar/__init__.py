"""From items to terms: what neighbours make of each other, then which rows of items are a time."""
