"""What a package index shows of README.md: links that are relative here lead to the repository."""

import re
from pathlib import Path

from hatchling.metadata.plugin.interface import MetadataHookInterface


class Readme(MetadataHookInterface):
    """Give the metadata a README whose links and pictures are found from anywhere."""

    def update(self, metadata: dict) -> None:
        """Set the description, with the links of this very version."""
        text = (Path(self.root) / "README.md").read_text(encoding="utf-8")
        place, version = metadata["urls"]["Repository"], metadata["version"]
        metadata["readme"] = {
            "content-type": "text/markdown",
            "text": absolute(text, place, f"v{version}"),
        }


def absolute(text: str, place: str, revision: str) -> str:
    """Return a Markdown text with its relative links and pictures as those of a repository."""
    text = re.sub(r"(!\[[^\]]*\]\()(?![a-z]+:|#)", rf"\1{place}/raw/{revision}/", text)
    return re.sub(r"((?<!!)\[[^\]\n]*\]\()(?![a-z]+:|#)", rf"\1{place}/blob/{revision}/", text)
