"""How a result looks: terminal, JSON, CSV, Markdown."""
