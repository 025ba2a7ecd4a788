"""The frequency cap: how often one person is written to, over all channels, counted before a message goes.

A message counts once however often its sender tries: it is counted under its own name. The count of a person is a row
with a version, so that of several senders that want the last place one gets it. It is read with all else that speaks
against a message, and one that may not go anyway is not counted.
"""

from collections.abc import Collection
from typing import Final

from chalicelib.crm.marketing.consent import people, verdicts
from chalicelib.crm.marketing.consent.purposes import SERVICE
from chalicelib.crm.marketing.consent.verdicts import Verdict
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Unavailable
from chalicelib.storage import consents as store
from chalicelib.storage import writes

_PATIENCE: Final = 12


def permit(
    ctx: Context, *, object: str, id: str, purpose: str, channel: str, named: Collection[str], mid: str, at: str
) -> Verdict:
    """Return whether a message may go now, and count it, sent at the stamp ``at``, if so; the same ``mid`` counts once.

    :raises Unavailable: when others keep counting messages to the same person.
    """
    for _ in range(_PATIENCE):
        look = verdicts.look(ctx, object=object, id=id, purpose=purpose, channel=channel, named=named, mid=mid)
        cap, person = look.around.settings.cap, look.person
        if not look.verdict.allowed or person is None or cap is None or purpose == SERVICE:
            return look.verdict
        mails = verdicts.written_within(look.found, cap, now=ctx.now)
        if mid in mails:
            return look.verdict
        own = look.found.written.get(person.row.id)
        kept = {name: stamp for name, stamp in (own or {"mails": {}})["mails"].items() if name in mails}
        try:
            writes.execute(ctx, [store.count(ctx, person.row.id, {**kept, mid: at}, before=own)])
        except writes.Refused:
            continue  # another message was counted just now: look again
        return look.verdict
    raise Unavailable("Others keep writing to the same person; repeat the request.")


def give_back(ctx: Context, *, object: str, id: str, mid: str) -> None:
    """Count a message no more that certainly did not go."""
    for _ in range(_PATIENCE):
        person = people.find(ctx, object, id)
        found = store.find(ctx, person.ids) if person else None
        held = [record for record, row in found.written.items() if mid in row["mails"]] if found else []
        if found is None or not held:
            return
        own = found.written[held[0]]
        left = {name: stamp for name, stamp in own["mails"].items() if name != mid}
        try:
            writes.execute(ctx, [store.count(ctx, held[0], left, before=own)])
        except writes.Refused:
            continue
    raise Unavailable("Others keep writing to the same person; repeat the request.")
