"""How the portal answers a browser, in AWS and locally alike: which file for which path, and with what headers."""

SECURITY = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
}

#: The viewer function that sends the portal's own routes to their entry page; `infra/local/edge.py` does the same.
REWRITE = """\
function handler(event) {
  var request = event.request;
  var last = request.uri.split('/').pop();
  if (last.indexOf('.') === -1) {
    request.uri = /^\\/portal(\\/|$)/.test(request.uri) ? '/portal.html' : '/index.html';
  }
  return request;
}
"""

#: Files whose name holds a hash of their content.
IMMUTABLE = "public, max-age=31536000, immutable"
#: Entry pages and the service worker: asked for again each time, answered 304 when unchanged.
FRESH = "no-cache"


def content_security_policy(*upload_origins: str) -> str:
    """This function will return the policy of the portal; files are posted to and shown from `upload_origins`."""
    connect = " ".join(["'self'", *upload_origins])
    return "; ".join(
        [
            "default-src 'self'",
            "style-src 'self' 'unsafe-inline'",  # Mantine sets styles, and static files have no nonce
            " ".join(["img-src 'self' data: blob:", *upload_origins]),
            f"connect-src {connect}",
            "object-src 'none'",
            "base-uri 'none'",
            f"form-action {connect}",
            "frame-ancestors 'none'",
        ]
    )


def cache_control(path: str) -> str:
    """This function will return how long a file of the portal may be kept."""
    return IMMUTABLE if path.lstrip("/").startswith("assets/") else FRESH
