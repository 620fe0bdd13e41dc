"""The Message-ID: the same for the same mail, however often it is tried."""

import re
from hashlib import sha256

from survey.mail.addresses import ascii_domain

KIND = re.compile(r"[a-z_]+")
MESSAGE_ID = re.compile(r"<([a-z_]+)\.([0-9a-f]{32})@([a-z0-9.-]+)>")


def message_id(kind: str, business_key: str, domain: str) -> str:
    """`<kind.hex@domain>`.

    The key names the occasion (one person's invitation to one wave). It should hold something nobody can guess, such as
    the id of the invitation: then nobody can forge a bounce, either. A mail sent twice is recognised by its Message-ID.
    """
    if not KIND.fullmatch(kind):
        raise ValueError(f"got {kind!r} as the kind of a mail; wanted small letters and _")
    digest = sha256(f"{kind}\n{business_key}".encode()).hexdigest()[:32]
    return f"<{kind}.{digest}@{ascii_domain(domain)}>"
