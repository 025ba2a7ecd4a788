"""Countries as exports name them: ISO 3166 codes, English names, and Spanish ones of where our tenants sell."""

import functools
from collections.abc import Mapping
from importlib import resources

from chalicelib.kernel.text import fold

_SPANISH: Mapping[str, str] = {
    "alemania": "DE",
    "andorra": "AD",
    "argentina": "AR",
    "austria": "AT",
    "belgica": "BE",
    "bolivia": "BO",
    "brasil": "BR",
    "bulgaria": "BG",
    "canada": "CA",
    "chequia": "CZ",
    "chile": "CL",
    "china": "CN",
    "chipre": "CY",
    "colombia": "CO",
    "costa rica": "CR",
    "croacia": "HR",
    "cuba": "CU",
    "dinamarca": "DK",
    "ecuador": "EC",
    "el salvador": "SV",
    "eslovaquia": "SK",
    "eslovenia": "SI",
    "espana": "ES",
    "estados unidos": "US",
    "estados unidos de america": "US",
    "ee uu": "US",
    "estonia": "EE",
    "filipinas": "PH",
    "finlandia": "FI",
    "francia": "FR",
    "grecia": "GR",
    "guatemala": "GT",
    "guinea ecuatorial": "GQ",
    "honduras": "HN",
    "hungria": "HU",
    "india": "IN",
    "irlanda": "IE",
    "islandia": "IS",
    "italia": "IT",
    "japon": "JP",
    "letonia": "LV",
    "lituania": "LT",
    "luxemburgo": "LU",
    "malta": "MT",
    "marruecos": "MA",
    "mexico": "MX",
    "nicaragua": "NI",
    "noruega": "NO",
    "paises bajos": "NL",
    "holanda": "NL",
    "panama": "PA",
    "paraguay": "PY",
    "peru": "PE",
    "polonia": "PL",
    "portugal": "PT",
    "puerto rico": "PR",
    "reino unido": "GB",
    "republica checa": "CZ",
    "republica dominicana": "DO",
    "rumania": "RO",
    "suecia": "SE",
    "suiza": "CH",
    "turquia": "TR",
    "ucrania": "UA",
    "uruguay": "UY",
    "venezuela": "VE",
}
_ENGLISH: Mapping[str, str] = {
    "united states": "US",
    "united states of america": "US",
    "usa": "US",
    "u s a": "US",
    "us": "US",
    "united kingdom": "GB",
    "great britain": "GB",
    "uk": "GB",
    "england": "GB",
    "czech republic": "CZ",
    "holland": "NL",
}


def code_of(name: str) -> str:
    """Return the ISO 3166 code of a country, or the text itself when no country is called so."""
    folded = " ".join(fold(name).replace(".", " ").split())
    return _names().get(folded, name.strip())


@functools.cache
def _names() -> Mapping[str, str]:
    table = resources.files("tzdata").joinpath("zoneinfo", "iso3166.tab").read_text(encoding="utf-8")
    rows = [row.split("\t") for row in table.splitlines() if row and not row.startswith("#")]
    listed = {fold(row[1]): row[0] for row in rows} | {row[0].lower(): row[0] for row in rows}
    return {**listed, **_ENGLISH, **_SPANISH}
