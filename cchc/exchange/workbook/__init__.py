"""The plan as a workbook that people keep using: real dates, filters, colours that follow."""

from cchc.exchange.workbook.book import workbook

__all__ = ["workbook"]
