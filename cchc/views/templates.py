"""The Word templates there are, for a person and for a program."""

from collections.abc import Callable, Sequence

from cchc.documents.template import Offer
from cchc.views.as_json import dumps


def templates_text(offers: Sequence[Offer]) -> str:
    """Return a line for each template, with a star at those that are taken."""
    width = max((len(offer.name) for offer in offers), default=0)
    return "\n".join(
        f"{'*' if offer.taken else ' '} {offer.name:{width}}  "
        f"{'của cơ quan' if offer.own else 'có sẵn':11}  {offer.path}"
        for offer in offers
    )


def templates_json(offers: Sequence[Offer]) -> str:
    """Return the templates as a JSON list."""
    return dumps(
        [
            {
                "name": offer.name,
                "own": offer.own,
                "taken": offer.taken,
                "path": offer.path.as_posix(),
            }
            for offer in offers
        ]
    )


FORMS: dict[str, Callable[[Sequence[Offer]], str]] = {
    "text": templates_text,
    "json": templates_json,
}
