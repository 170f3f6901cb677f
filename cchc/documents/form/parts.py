"""The parts of a package that say little: relations, content types, settings, page number, fonts.

Source: ECMA-376, part 1 (WordprocessingML) and part 2 (packages).
"""

from cchc.documents.form.ooxml import DECLARATION, R, W


def relationships(*rows: tuple[str, str, str]) -> str:
    """Return a part of relations, each an id, what it is, and where it leads."""
    lines = "".join(
        f'<Relationship Id="{id_}" Type="{_core_or_office(kind)}{kind}" Target="{target}"/>'
        for id_, kind, target in rows
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def content_types(*, png: bool) -> str:
    """Return the part that says what each other part is."""
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in _PARTS
    )
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f"{_PNG if png else ''}{parts}"
        '<Override PartName="/docProps/core.xml"'
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _core_or_office(kind: str) -> str:
    return f"{_PACKAGE}/relationships/" if kind.startswith("metadata") else f"{R}/"


_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CORE = ("rId2", "metadata/core-properties", "docProps/core.xml")
WORD = (
    ("rId1", "styles", "styles.xml"),
    ("rId2", "settings", "settings.xml"),
    ("rId3", "header", "header1.xml"),
    ("rId4", "fontTable", "fontTable.xml"),
)

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = (
    ("document", "document.main"),
    ("styles", "styles"),
    ("settings", "settings"),
    ("header1", "header"),
    ("fontTable", "fontTable"),
)
_PNG = '<Default Extension="png" ContentType="image/png"/>'
CORE_PROPERTIES = (
    f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<dc:title>{title}</dc:title><dc:creator>cchc</dc:creator>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">2020-03-05T00:00:00Z</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">2020-03-05T00:00:00Z</dcterms:modified>'
    "<dc:language>{language}</dc:language></cp:coreProperties>"
)
PAGE_NUMBER = (
    f'{DECLARATION}<w:hdr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="SoTrang"/></w:pPr>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>'
)
FONTS = (
    f'{DECLARATION}<w:fonts xmlns:w="{W}"><w:font w:name="{{font}}">'
    '<w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/><w:family w:val="roman"/>'
    '<w:pitch w:val="variable"/></w:font></w:fonts>'
)
SETTINGS = (
    f'{DECLARATION}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/>'
    '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
    '<w:compat><w:doNotExpandShiftReturn/><w:compatSetting w:name="compatibilityMode"'
    ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="{language}"/>'
    '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
)
