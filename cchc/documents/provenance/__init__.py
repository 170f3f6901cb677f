"""Where a document came from: what it carries to prove it, and what that proves later."""

from cchc.documents.provenance.origin import Origin, origin_of
from cchc.documents.provenance.sealing import seal
from cchc.documents.provenance.verifying import Source, Verdict, record_of, verify

__all__ = ["Origin", "Source", "Verdict", "origin_of", "record_of", "seal", "verify"]
