"""Places that a sentence may name without a sign: provinces, communities and large towns of where our tenants sell.

Any other is understood where a place must stand and it is written with a capital or between quotation marks. Countries
are read by the names of ``importing/countries.py``.
"""

from collections.abc import Mapping
from functools import cache
from typing import Final

from chalicelib.engine.asking.words import phrase
from chalicelib.engine.importing.countries import code_of

_PROVINCES: Final = """
A Coruña|Álava|Albacete|Alicante|Almería|Asturias|Ávila|Badajoz|Barcelona|Bizkaia|Burgos|Cáceres|Cádiz|Cantabria|
Castellón|Ceuta|Ciudad Real|Córdoba|Cuenca|Gipuzkoa|Girona|Gerona|Granada|Guadalajara|Huelva|Huesca|Islas Baleares|
Jaén|La Rioja|Las Palmas|León|Lleida|Lérida|Lugo|Madrid|Málaga|Melilla|Murcia|Navarra|Ourense|Orense|Palencia|
Pontevedra|Salamanca|Santa Cruz de Tenerife|Segovia|Sevilla|Soria|Tarragona|Teruel|Toledo|Valencia|Valladolid|Vizcaya|
Guipúzcoa|Zamora|Zaragoza
"""
_REGIONS: Final = """
Andalucía|Aragón|Canarias|Castilla y León|Castilla-La Mancha|Cataluña|Catalunya|Comunidad de Madrid|
Comunidad Valenciana|Extremadura|Galicia|País Vasco|Euskadi|Jalisco|Nuevo León|Antioquia|Cundinamarca|California|Texas|
Florida|Yucatán|Puebla|Mendoza|Santa Fe
"""
_TOWNS: Final = """
Bilbao|San Sebastián|Donostia|Vitoria|Vitoria-Gasteiz|Pamplona|Gijón|Oviedo|Santander|Logroño|Mérida|Vigo|
Santiago de Compostela|Elche|Cartagena|Jerez|Jerez de la Frontera|Marbella|Palma|Palma de Mallorca|Getafe|Leganés|
Alcalá de Henares|Móstoles|Alcorcón|Talavera|Talavera de la Reina|Badalona|Sabadell|Terrassa|Hospitalet|Reus|Illescas|
Ciudad de México|Monterrey|Guadalajara|Bogotá|Medellín|Cali|Barranquilla|Lima|Arequipa|Quito|Guayaquil|
Santiago de Chile|Valparaíso|Buenos Aires|Rosario|Montevideo|La Paz|Asunción|San José|Lisboa|Oporto|Lisbon|Porto|
París|Paris|London|Londres|Manchester|Dublin|Dublín|Berlin|Berlín|Roma|Rome|Milán|Milan|New York|Nueva York|Miami|
Los Angeles|Chicago|Boston|Toronto|Seville|Saragossa|Valladolid
"""


@cache
def known() -> Mapping[tuple[str, ...], str]:
    """Return how each known place is written, by its folded words."""
    names = [name.strip() for table in (_PROVINCES, _REGIONS, _TOWNS) for name in table.replace("\n", "").split("|")]
    return {phrase(name): name for name in names if name}


@cache
def only_regions() -> frozenset[str]:
    """Return the places that are no town."""
    return frozenset(name.strip() for name in _REGIONS.replace("\n", "").split("|"))


def country(words: tuple[str, ...]) -> str | None:
    """Return the code of the country that some words name, None when they name none."""
    said = " ".join(words)
    code = code_of(said)
    return code if len(said) > 3 and code != said and len(code) == 2 else None
