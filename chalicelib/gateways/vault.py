"""The vault: what is blocked goes in, and nothing that runs can take it out again.

A document lies under ``t/<tenant>/<name>``, encrypted with the vault's own key, and carries the years after which S3
destroys it. There is no function here that reads: a person with the opener's role does, outside the product.
"""

from typing import Final

from chalicelib import settings
from chalicelib.kernel.context import Context
from chalicelib.storage import connection

KEPT_YEARS: Final = tuple(range(1, 11))
YEARS_TAG: Final = "destroy-after-years"


def seal(ctx: Context, name: str, document: bytes, *, years: int) -> str:
    """Put a document into the vault and return where it lies; the same name again replaces it with the same.

    :raises ValueError: when nothing is kept for so many years.
    """
    if years not in KEPT_YEARS:
        raise ValueError(f"the vault keeps for {KEPT_YEARS[0]} to {KEPT_YEARS[-1]} years, not {years}")
    key = f"t/{ctx.tenant}/{name}"
    connection.client("s3", as_tenant=True).put_object(
        Bucket=settings.current().vault_bucket,
        Key=key,
        Body=document,
        ContentType="application/zip",
        Tagging=f"{YEARS_TAG}={years}",
    )
    return key
