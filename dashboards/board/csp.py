"""The policy of pages with pictures: Plotly needs three constant strings as styles, and no other style may be inline.

One is the empty string, one makes words bold, one is the style of the pictures themselves. "unsafe-hashes" lets these
very strings stand in style attributes; it is about where they may stand, and lets in nothing else.
"""

STYLES = (
    "'unsafe-hashes'",
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
    "'sha256-ji27qzEtxXZW+7dun6UwjHXJ18e6WAin1VvNtkzIE/o='",
    "'sha256-wkY2X5hecQzbhnFCqvTpwrUJ1f4X8LH5WFjYUzv1wmU='",
)
POLICY = (
    "default-src 'none'; style-src 'self'{styles}; script-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)


def policy() -> str:
    """What every page of the service says, and the styles."""
    return POLICY.format(styles="".join(f" {one}" for one in STYLES))
