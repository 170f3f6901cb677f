"""cchc keeps a public body's yearly plan as text, says what is due, and prints it."""

__version__ = "0.1.0"
