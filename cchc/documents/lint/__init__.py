"""The form of any Word document, ours or not, held against the decree's figures."""

from cchc.documents.lint.running import lint

__all__ = ["lint"]
