"""A Word document as PDF, made by LibreOffice where it is installed."""

from cchc.documents.pdf.converting import to_pdf
from cchc.documents.pdf.fonts import font_notice
from cchc.documents.pdf.soffice import find_soffice

__all__ = ["find_soffice", "font_notice", "to_pdf"]
