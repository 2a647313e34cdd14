"""The fingerprints in a record's head against its bytes: damage that no length shows."""

import base64
import hashlib
from collections.abc import Iterable, Mapping

ALGORITHMS = {
    "sha1": "sha1",
    "sha-1": "sha1",
    "md5": "md5",
    "sha256": "sha256",
    "sha-256": "sha256",
    "sha512": "sha512",
}


def differs(fields: Mapping[str, str], block: bytes, payloads: Iterable[bytes]) -> bool:
    """Whether a record is not what its head says.

    The fingerprint of the whole block decides, where there is one. Programs disagree on what a payload
    is (before or after chunks and packing are undone): it must fit one of these.
    """
    whole = fields.get("warc-block-digest")
    if whole:
        return _fits(whole, block) is False
    part = fields.get("warc-payload-digest")
    return bool(part) and all(_fits(str(part), payload) is False for payload in payloads)


def _fits(written: str, data: bytes) -> bool | None:
    """None where the fingerprint is of an unknown kind."""
    name, _, value = written.partition(":")
    algorithm = ALGORITHMS.get(name.strip().lower())
    if algorithm is None:
        return None
    digest = hashlib.new(algorithm, data, usedforsecurity=False).digest()
    value = value.strip()
    written_ways = (digest.hex(), base64.b32encode(digest).decode(), base64.b64encode(digest).decode())
    return value.lower() == written_ways[0] or value.rstrip("=") in {
        way.rstrip("=") for way in written_ways[1:]
    }
