"""Money: an integer of minor units and an ISO 4217 currency, never a float."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

_OTHER_EXPONENTS = {
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    3: "BHD IQD JOD KWD LYD OMR TND",
    4: "CLF UYW",
}
_TWO = """
AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW
CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS
INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN
NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC
SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG
"""
EXPONENTS = dict.fromkeys(_TWO.split(), 2) | {
    code: digits for digits, codes in _OTHER_EXPONENTS.items() for code in codes.split()
}
LARGEST_MINOR = 10**18


def exponent(currency: str) -> int:
    """Return how many decimals ``currency`` has.

    :raises ValueError: when it is not a currency of ISO 4217.
    """
    try:
        return EXPONENTS[currency]
    except KeyError:
        raise ValueError(f"{currency!r} is not a currency of ISO 4217") from None


@dataclass(frozen=True, slots=True)
class Money:
    """An amount. ``minor`` counts the smallest unit: 1,250.50 EUR is ``Money(125050, "EUR")``."""

    minor: int
    currency: str

    @classmethod
    def parse(cls, amount: str | int | Decimal, currency: str) -> "Money":
        """Return the money written as a plain decimal such as ``1250.50``.

        :raises ValueError: when it is no number, has more decimals than the currency, or is absurdly large.
        """
        digits = exponent(currency)
        try:
            scaled = Decimal(amount).scaleb(digits)
        except (InvalidOperation, TypeError) as error:
            raise ValueError(f"{amount!r} is not an amount") from error
        if not scaled.is_finite() or abs(scaled) > LARGEST_MINOR:
            raise ValueError(f"{amount!r} is out of range")
        if scaled != scaled.to_integral_value():
            raise ValueError(f"{currency} has {digits} decimals")
        return cls(int(scaled), currency)

    @property
    def decimal(self) -> Decimal:
        """The amount in major units."""
        return Decimal(self.minor).scaleb(-exponent(self.currency))

    @property
    def amount(self) -> str:
        """The amount as a plain decimal with all of its currency's decimals."""
        return f"{self.decimal:f}"
