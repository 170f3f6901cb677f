"""How a result looks: one table with a writer a form, the screens, the pages."""
