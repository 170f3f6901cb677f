"""Whether the font that the decree asks for is on this machine, as far as the system tells."""

import shutil
import subprocess

TWINS = ("Liberation Serif", "Tinos", "TeX Gyre Termes", "Nimbus Roman", "Thorndale AMT")
"""Fonts whose letters are as wide as those of Times New Roman."""


def font_notice(font: str, asker: str = "fc-match") -> str:
    """Return what stands in for a font that isn't there, in a sentence; "" where nothing does.

    Only fontconfig is asked (Linux): Windows and macOS bring Times New Roman along.
    """
    taken = _taken(font, asker)
    if not taken or font in taken:
        return ""
    same = "cùng độ rộng chữ, dòng và trang không đổi" if taken[0] in TWINS else _OTHER
    return f"máy này không có phông {font}; tệp PDF dùng {taken[0]} thay ({same})"


def _taken(font: str, asker: str) -> list[str]:
    program = shutil.which(asker)
    if program is None:
        return []
    command = [program, "--format=%{family}", font]
    try:
        done = subprocess.run(command, capture_output=True, timeout=20, check=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return []
    return done.stdout.decode("utf-8", "replace").split(",")


_OTHER = "khác độ rộng chữ, chỗ xuống dòng và số trang có thể khác; nên cài Liberation Serif"
