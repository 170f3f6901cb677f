"""The template of the reminder (công văn đôn đốc): to one office, or to several in one letter."""

from cchc.documents.form.letter import CLOSING, letterhead, signature
from cchc.documents.form.ooxml import paragraph, tag
from cchc.documents.form.package import Letter, letter_template
from cchc.documents.form.styles import Style
from cchc.documents.profile import Profile


def reminder_template(profile: Profile) -> bytes:
    """Return templates/cong-van-don-doc.docx: the same bytes always, on any machine."""
    parts = (
        letterhead(profile, paragraph("TrichYeuCongVan", "{{ ve_viec }}")),
        _ADDRESSEES,
        paragraph("NoiDung", "{{ mo_dau }}", properties='<w:spacing w:before="120"/>'),
        _OFFICES,
        CLOSING,
        signature(profile),
    )
    return letter_template(profile, Letter("Mẫu công văn", "".join(parts), _styles(profile)))


def _styles(profile: Profile) -> tuple[Style, ...]:
    font, side = profile.letters, (profile.header.left - profile.header.agency) / 2
    return (
        Style(
            "TrichYeuCongVan",
            "Trích yếu công văn",
            font.letter_subject,
            "center",
            6,
            indent=(side, side),
        ),
        Style("KinhGui", "Kính gửi", font.body, "center", 18, 6, keep_next=True),
        Style(
            "KinhGuiNhieu",
            "Kính gửi nhiều nơi",
            font.body,
            "left",
            18,
            0,
            keep_next=True,
            indent=(_ADDRESSED, 0),
        ),
        Style(
            "NoiKinhGui",
            "Nơi kính gửi",
            font.body,
            "left",
            0,
            0,
            keep_next=True,
            indent=(_ADDRESSED + 12, 0),
        ),
    )


_ADDRESSED = 35.0
"""Millimetres from the margin to the addressees, where there are several."""

_ADDRESSEES = (
    tag("if don_vi|length == 1")
    + paragraph("KinhGui", "Kính gửi: {{ don_vi[0].ten }}")
    + tag("else")
    + paragraph("KinhGuiNhieu", "Kính gửi:")
    + tag("for noi in don_vi")
    + paragraph("NoiKinhGui", '- {{ noi.ten }}{{ "." if loop.last else ";" }}')
    + tag("endfor")
    + tag("endif")
)

# With one office the headings are 1., 2., 3.; with several each office has a Roman number.
_OFFICES = (
    tag("for noi in don_vi")
    + tag("if noi.de_muc")
    + paragraph("Muc", "{{ noi.de_muc }}")
    + tag("endif")
    + tag("for loai in noi.loai")
    + paragraph("Khoan", "{{ loai.de_muc }}")
    + tag("for viec in loai.viec")
    + paragraph("GachDauDong", "- {{ viec.cau }}")
    + tag("endfor")
    + tag("endfor")
    + tag("endfor")
)
