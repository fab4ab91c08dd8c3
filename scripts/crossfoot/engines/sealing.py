"""Sealing: a provenance statement and a key in, an envelope out, and back.

The envelope is DSSE, as in-toto and SLSA use it; keys are PEM files, such as `openssl
genpkey -algorithm ed25519` makes. securesystemslib, of in-toto's own authors, signs and
verifies. Nothing is asked of any server.
"""

import json
from pathlib import Path
from typing import Any

KIND = "application/vnd.in-toto+json"
STRANGE = (ValueError, KeyError, TypeError, IndexError, AttributeError)
"""What an envelope of another form may raise."""
WAY = "pip install 'crossfoot[sign]'"


class SealError(RuntimeError):
    """Why something cannot be signed or verified, in one line."""


def sign(payload: bytes, key: Path) -> str:
    """Return the envelope of a statement, signed with a private key.

    Raises SealError for what is no private key.
    """
    from crossfoot.engines.environment import has_module

    if not has_module("securesystemslib"):
        raise SealError(f"signing needs more packages; {WAY}")
    from cryptography.hazmat.primitives.serialization import load_pem_private_key
    from securesystemslib.dsse import Envelope
    from securesystemslib.signer import CryptoSigner  # type: ignore[attr-defined]  # no __all__

    try:
        signer = CryptoSigner(load_pem_private_key(key.read_bytes(), None))
    except (ValueError, TypeError, OSError) as problem:
        raise SealError(f"{key} is no private key without a password") from problem
    envelope = Envelope(payload, KIND, {})
    envelope.sign(signer)
    return json.dumps(envelope.to_dict(), sort_keys=True) + "\n"


def signed(text: str, key: Path | None) -> tuple[bytes, str]:
    """Return the payload of an envelope and what its signature is worth, in words.

    Raises SealError where the signature is not that of the key, or nothing can be read.
    """
    try:
        told: dict[str, Any] = json.loads(text)
        from base64 import b64decode

        payload = b64decode(told["payload"], validate=True)
        names = [str(one["keyid"]) for one in told["signatures"]]
        first = names[0]
    except STRANGE as problem:
        raise SealError("the envelope cannot be read") from problem
    if told.get("payloadType") != KIND:
        raise SealError(f"the envelope seals something else than {KIND}")
    if key is None:
        return (
            payload,
            f"signed by key {first[:16]}, which was not checked; add --key",
        )
    from cryptography.hazmat.primitives.serialization import load_pem_public_key
    from securesystemslib.dsse import Envelope
    from securesystemslib.exceptions import VerificationError
    from securesystemslib.signer import SSlibKey  # type: ignore[attr-defined]  # no __all__

    try:
        public = SSlibKey.from_crypto(load_pem_public_key(key.read_bytes()))
    except (ValueError, TypeError, OSError) as problem:
        raise SealError(f"{key} is no public key") from problem
    try:
        Envelope.from_dict(told).verify([public], 1)
    except (VerificationError, *STRANGE) as problem:
        raise SealError(f"the signature is not that of {key}") from problem
    return payload, f"signed with the key of {key}"
