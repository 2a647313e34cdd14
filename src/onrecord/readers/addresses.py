"""Addresses of the same page, however it was reached: one key for them."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

# What links carry to tell where a reader came from. Not `id`, `cid`, `p`, `keyword`: many papers number their
# articles so, and two articles under one key would be taken for versions of each other.
TRACKING = re.compile(
    r"(?:utm|mtm|pk|mc|hsa|at|oly|vero|itm)_\w+|(?:fbc|gc|dc|yc|ysc|ttc|twc)lid|(?:msclk|wbra|gbra|igsh)id"
    r"|ref_?src|cmpid|ocid|smid|xtor|amp",
    re.IGNORECASE,
)
AMP = re.compile(r"/amp/?$")  # the same article, laid out for telephones


def url_key(url: str | None) -> str | None:
    """The url without scheme, `www.`, tracking, fragment and closing slash; None where there is none."""
    if not url or not url.strip():
        return None
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        return url
    if not host:
        return url
    kept = [
        pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not TRACKING.fullmatch(pair[0])
    ]
    query = f"?{urlencode(sorted(kept))}" if kept else ""
    return f"{host}{port}{AMP.sub('', parts.path).rstrip('/')}{query}"
