"""The chairman's page and the province's, each one offline HTML file: what is late, and whose."""

from cchc.views.board.page import board_html
from cchc.views.board.province import Province, province_html

__all__ = ["Province", "board_html", "province_html"]
