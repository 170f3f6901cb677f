"""The chairman's page: one offline HTML file that says what is late, whose it is, what comes."""

from cchc.views.board.page import board_html

__all__ = ["board_html"]
