"""How the portal answers a browser, in AWS and locally alike: which file for which path, and with what headers."""

import re

SECURITY = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
}

#: The viewer function that sends the portal's own routes to their entry page, and the address of a picture to the file
#: of its firm; `infra/local/edge.py` does the same.
REWRITE = """\
function handler(event) {
  var request = event.request;
  var picture = /^\\/pictures\\/([a-z2-7]+)\\/([0-9a-f]+\\.[a-z]+)$/.exec(request.uri);
  if (picture) {
    request.uri = '/t/' + picture[1] + '/picture-' + picture[2];
    return request;
  }
  var last = request.uri.split('/').pop();
  if (last.indexOf('.') === -1) {
    var first = request.uri.split('/')[1];
    var inner = request.uri.lastIndexOf('/') > 0;
    request.uri = first === 'portal' ? '/portal.html' : first === 'f' && inner ? '/form.html' : '/index.html';
  }
  return request;
}
"""

#: Files whose name holds a hash of their content.
IMMUTABLE = "public, max-age=31536000, immutable"
#: Entry pages and the service worker: asked for again each time, answered 304 when unchanged.
FRESH = "no-cache"


#: Where the page of a form lies: alone of all it may stand in a frame of any site, for there is no session behind it.
FRAMED = "/f/"


#: Where the pictures of mails lie for everybody: each under its firm, called by a hash of what it shows.
PICTURES = "/pictures/"
PICTURE = re.compile(r"/pictures/([a-z2-7]+)/([0-9a-f]+\.[a-z]+)")


def security(path: str) -> dict[str, str]:
    """This function will return the headers that guard a file of the portal, but for its policy."""
    return {name: value for name, value in SECURITY.items() if name != "X-Frame-Options" or not path.startswith(FRAMED)}


def content_security_policy(*upload_origins: str, path: str = "/") -> str:
    """This function will return the policy of the portal; files are posted to and shown from `upload_origins`."""
    connect = " ".join(["'self'", *upload_origins])
    return "; ".join(
        [
            "default-src 'self'",
            "style-src 'self' 'unsafe-inline'",  # Mantine sets styles, and static files have no nonce
            " ".join(["img-src 'self' data: blob:", *upload_origins]),
            f"connect-src {connect}",
            f"frame-src {connect}",  # a PDF is shown in place, in the viewer of the browser
            "object-src 'none'",
            "base-uri 'none'",
            f"form-action {connect}",
            "frame-ancestors *" if path.startswith(FRAMED) else "frame-ancestors 'none'",
        ]
    )


def cache_control(path: str) -> str:
    """This function will return how long a file of the portal may be kept."""
    return IMMUTABLE if path.lstrip("/").startswith("assets/") else FRESH
