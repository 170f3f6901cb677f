"""Mending a plan: what can be mended, and the splices that leave every other byte alone."""

from cchc.checks.fixing.menders import mendable
from cchc.checks.fixing.mending import Mended, Mending

__all__ = ["Mended", "Mending", "mendable"]
