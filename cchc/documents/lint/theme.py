"""The fonts of a theme: what "+Headings" and "+Body" stand for (ECMA-376, part 1, 20.1.4.1)."""

from cchc.documents.foreign.markup import Element, name

PREFIX = "theme:"

_SCRIPTS = {"ascii": "latin", "hansi": "latin", "eastasia": "ea", "bidi": "cs"}


def theme_fonts(root: Element | None) -> dict[str, str]:
    """Return reference ("minorHAnsi") → the font's name, "" where the theme leaves it open."""
    fonts: dict[str, str] = {}
    for scheme in () if root is None else root.iter():
        size = name(scheme).removesuffix("Font")
        if name(scheme) in {"majorFont", "minorFont"}:
            faces = {name(face): face.get("typeface", "") for face in scheme}
            for reference, script in _SCRIPTS.items():
                fonts[f"{size}{reference}".lower()] = faces.get(script, "")
    return fonts


def named_font(reference: str | None, fonts: dict[str, str]) -> tuple[str, bool]:
    """Return the name that a font's name or theme reference comes to, and whether by the theme."""
    if reference is None or not reference.startswith(PREFIX):
        return reference or "", False
    return fonts.get(reference.removeprefix(PREFIX).lower(), ""), True
