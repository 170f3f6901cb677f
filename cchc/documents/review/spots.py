"""From a line of the template's code back to the paragraph of the Word file."""

from collections.abc import Sequence

from cchc.diagnostics import WordPlace
from cchc.documents.review.finding import WHOLE
from cchc.documents.review.walking import Line
from cchc.documents.tags import Tag, tags_in


def spot_of(line: int, name: str, code: Sequence[str], tagged: Sequence[Line]) -> WordPlace:
    """Return the paragraph of the tag on a line of the code that has the name in it.

    docxtpl takes whole paragraphs and rows away, so lines of code aren't paragraphs: the tag is
    found by what it says, and among tags that say the same by its turn.
    """
    here = _tags(code[line - 1]) if 0 < line <= len(code) else []
    says = next((tag for tag in here if name in tag), here[0] if here else "")
    turn = sum(_tags(earlier).count(says) for earlier in code[: line - 1])
    same = [one.spot for one in tagged for tag in _tags(one.text) if tag == says]
    if not same:
        return WHOLE
    return same[min(turn, len(same) - 1)]


def _tags(text: str) -> list[str]:
    return [tag.says.translate(_AS_TYPED) for tag in tags_in(text) if isinstance(tag, Tag)]


# docxtpl gives Jinja straight quotes for those that Word makes curly.
_AS_TYPED = str.maketrans("“”‘’", "\"\"''")
