"""English."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    "QUE": "that | who | which | those who | those that",
    "NO": "no | not | never | don't | doesn't | didn't | haven't | hasn't | hadn't | have not | has not | had not | "
    "did not | do not | does not | dont | havent | hasnt | didnt | have never | has never | cannot | can't",
    "AND": "and | but | and also | also | as well as | plus | & | and who | and that",
    "OR": "or | or else",
    "NOR": "nor | and not | but not",
    "EXCEPT": "except | except for | excluding | but not in | other than those | apart from | save for",
    "WITH": "with | have | has | having | had | placed | made | have placed | have made | has placed | has made | "
    "got | place | make | with a | with an | by",
    "WITHOUT": "without | with no | have no | has no | missing | lacking | having no | lack | had no | without any | "
    "without a | without an | don't have | do not have | doesn't have | don't have any | do not have any | "
    "haven't got | have not placed any | haven't placed any | placed no | made no",
    "WHOSE": "whose | where | where the",
    "IN": "in | from | of | at | on | for | based in | located in | living in | live in | lives in | within | "
    "who live in | belonging to | in the",
    "OUT": "outside | outside of",
    "BE": "is | are | was | were | be | been | being | remain | called | named | belong to | belongs to",
    "MORE": "more than | over | greater than | above | higher than | larger than | bigger than | "
    "exceeding | exceeds | >",
    "LESS": "less than | under | fewer than | below | lower than | smaller than | <",
    "ATLEAST": "at least | no less than | no fewer than | a minimum of | minimum | greater than or equal to | "
    ">= | ≥ | not less than | from",
    "ATMOST": "at most | up to | no more than | not more than | a maximum of | maximum | "
    "less than or equal to | <= | ≤",
    "EQUAL": "equal to | equals | equal | exactly | only | just | =",
    "DIFFERENT": "other than | different from | not equal to | that is not | that are not | which is not",
    "BETWEEN": "between",
    "OUTSIDE": "not between",
    "TIMES": "times | time | occasions | occasion",
    "EVER": "ever | at any time | in total | of all time | all time | in their lifetime | historically | overall",
    "BUY": "ever bought | have ever bought | has ever bought | buy | buys | bought | have bought | has bought | "
    "had bought | purchased | have purchased | has purchased | "
    "purchase | order | ordered | have ordered | has ordered | buying | purchasing | bought anything | "
    "purchased anything | ordered anything | buy anything | placed an order | placed orders | placed any order | "
    "placed any orders | place orders | bought from us | made a purchase | made any purchase | shopped",
    "SPEND": "spent | spend | spends | have spent | has spent | had spent | spending | bought for | invoiced",
    "STOPPED": "stopped buying | have stopped buying | stopped ordering | no longer buy | have stopped ordering | "
    "stopped purchasing",
    "PURCHASES": "purchases | purchase",
    "CUSTOMERS": "customers | customer | clients | client",
    "MINE": "my | mine | assigned to me | owned by me | i own | that i own",
    "ASSIGNED": "assigned to | owned by | managed by | handled by | belonging to",
    "UNASSIGNED": "unassigned | not assigned | assigned to nobody | without an owner",
    "SEGMENT": "segment | the segment",
    "FIRST": "first",
    "LAST": "last | latest | most recent",
    "SOME": "any | some",
    "NONE": "none | zero",
    "NOTHING": "nothing | anything | any email | any emails | any mail | any of our emails | no email | no emails",
    "MAILS": "email | emails | mail | mails | message | messages | newsletter | newsletters | link | links | "
    "an email | a link | any link | e-mail | our emails",
    "PEOPLE": "by people | by humans | human",
    "MACHINES": "by people or machines | including machines | counting machines | by people and machines",
    "EMPTY": "empty | blank | missing | unknown",
    "FILLED": "not empty | filled | filled in | known",
    "TRUE": "yes | true",
    "FALSE": "no | false",
    "CAMPAIGN": "campaign | the campaign",
}
TEXTS: Final[Mapping[str, str]] = {
    "contains": "containing | contains | contain | that contains | including | includes",
    "not_contains": "not containing | does not contain | doesn't contain | that does not contain | do not contain",
    "starts": "starting with | starts with | start with | beginning with | begins with | that starts with",
    "not_starts": "not starting with | does not start with | doesn't start with | not beginning with",
    "ends": "ending in | ends in | ending with | ends with | end with | end in | that ends in",
    "not_ends": "not ending in | does not end in | doesn't end in | not ending with | does not end with",
    "like": "matching | like | matches",
    "not_like": "not matching | not like | does not match",
    "regexp": "fitting the expression | fits the expression",
    "not_regexp": "not fitting the expression | does not fit the expression",
}
MEASURES: Final[Mapping[str, str]] = {
    "sum": "sum of | the sum of | total of",
    "avg": "average of | average | mean of | the average of",
    "max": "maximum of | highest | largest | the maximum of",
    "min": "minimum of | lowest | smallest | the minimum of",
}
EVENTS: Final[Mapping[str, str]] = {
    "mail_sent": "mails sent | mail sent | emails sent",
    "mail_delivered": "mails delivered | mail delivered | emails received | emails delivered",
    "mail_opened": "mail opens | mail open | opens | email opens",
    "mail_clicked": "mail clicks | mail click | clicks | email clicks",
    "mail_bounced": "mail bounces | mail bounce | bounces",
    "mail_complained": "mail complaints | mail complaint | complaints",
    "mail_unsubscribed": "mail unsubscribes | mail unsubscribe | unsubscribes",
    "consent_given": "consents given | consent given",
    "consent_withdrawn": "consents withdrawn | consent withdrawn",
    "form_sent": "forms sent | form sent",
}
HAPPENED: Final[Mapping[str, str]] = {
    "mail_sent": "we have emailed | we emailed | we sent",
    "mail_delivered": "received | receive | have received | has received",
    "mail_opened": "opened | open | have opened | has opened | read | have read",
    "mail_clicked": "clicked | click | have clicked | has clicked | clicked on | click on | have clicked on",
    "mail_bounced": "bounced | bounce | have bounced | has bounced",
    "mail_complained": "complained | have complained | marked us as spam | have marked us as spam",
    "mail_unsubscribed": "unsubscribed | have unsubscribed | has unsubscribed | opted out | have opted out",
    "consent_given": "consented | have consented | gave consent | gave their consent | subscribed | have subscribed | "
    "opted in | have given consent",
    "consent_withdrawn": "withdrew consent | withdrew their consent | have withdrawn consent",
    "form_sent": "filled in a form | have filled in a form | sent a form | submitted a form | have submitted a form | "
    "filled in any form | submitted any form | filled out a form",
}
FIELDS: Final[Mapping[str, str]] = {
    "created_at": "created | added | registered | signed up | came in | arrived",
    "updated_at": "updated | modified | changed | edited",
    "owner": "owner | rep | account manager",
    "emails": "email | e-mail | email address | mail address",
    "phones": "phone | phone number | telephone | mobile",
    "birthday": "have their birthday | birthday | born",
    "close_date": "closing | close | expected to close | close date | closes | due to close",
    "due": "due | falling due",
    "closed_at": "closed",
    "amount": "amount | value",
    "tags": "tag",
}
VERBAL: Final[Mapping[str, str]] = {"tags": "tagged | tagged with | tagged as", "amount": "worth"}
PARTS: Final[Mapping[str, str]] = {
    "city": "city | town | city of",
    "region": "province | region | state | county | province of",
    "postal_code": "postal code | postcode | zip | zip code",
    "country": "country",
}
WORK: Final[Mapping[str, str]] = {"OPEN": "open | ongoing | active", "CLOSED": "closed | finished"}
_SILENT: Final = """
the a an all every each any us our their its show me find list get give please people those these them
want see currently now already did do does amount value of who
anyone
"""
SILENT: Final = frozenset(_SILENT.split())
