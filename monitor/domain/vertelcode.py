"""The code on a teller's receipt: 95 random bits in groups of four signs, and a last sign that catches typing errors.

Signs are those of Crockford's Base32 (https://www.crockford.com/base32.html): no I, L, O and U, so that a code read
aloud or copied by hand comes back as the same code. The store keeps only the hash.
"""

import hashlib
import re
import secrets

from monitor.errors import OngeldigeInvoer, Probleem

TEKENS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
WILLEKEURIG = 19
"""So many random signs of five bits: 95 bits."""
GROEP = 4
_LOOKALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})
_BETWEEN = re.compile(r"[\s\-‐–—.·]+")
_DOEL = b"tellen-en-vertellen/vertelcode/"


def new_code() -> str:
    """A new code, in groups of four."""
    signs = "".join(secrets.choice(TEKENS) for _ in range(WILLEKEURIG))
    return in_groups(signs + _check_sign(signs))


def parse_code(text: str) -> str:
    """The code as 20 signs, however it was typed. Raises OngeldigeInvoer when it cannot be a code of ours."""
    signs = _BETWEEN.sub("", text).upper().translate(_LOOKALIKE)
    good = len(signs) == WILLEKEURIG + 1 and set(signs) <= set(TEKENS) and _check_sign(signs[:-1]) == signs[-1]
    if not good:
        melding = (
            "Deze code klopt niet. Een code heeft vijf groepjes van vier letters en cijfers. Kijk hem nog eens na."
        )
        raise OngeldigeInvoer([Probleem(melding, "code")])
    return signs


def hash_code(text: str) -> str:
    """What the store keeps of a code. Raises OngeldigeInvoer when it cannot be a code of ours.

    A plain hash is enough: nobody can try 2^95 codes.
    """
    return hashlib.sha256(_DOEL + parse_code(text).encode()).hexdigest()


def in_groups(signs: str) -> str:
    """The code as it stands on paper: ABCD-EFGH-..."""
    return "-".join(signs[at : at + GROEP] for at in range(0, len(signs), GROEP))


def _check_sign(signs: str) -> str:
    """Changes with every single wrong sign and with every two neighbours swapped: weights are odd and differ."""
    total = sum((2 * place + 1) * TEKENS.index(sign) for place, sign in enumerate(signs))
    return TEKENS[total % len(TEKENS)]
