"""The words that names are made of and that tell little or tell the same: data for ``names``."""

from collections.abc import Mapping


def _of(text: str) -> frozenset[str]:
    return frozenset(text.split())


PARTICLES = _of(
    "de del la las los el y e i da das do dos di van von der den ter al ben bin don dona dna sr sra srta dr dra"
)

LEGAL_FORMS = _of(
    """sl slu slne sll sa sau sal sc scp cb scoop coop scl sociedad limitada anonima cooperativa comunidad bienes
    unipersonal lda ltda limitada unipessoal gmbh ag kg ug ohg ltd limited llc inc corp co plc sarl sas srl spa bv nv
    oy ab as aps eirl spr scrl"""
)

TRADES = _of(
    """distribuciones distribuidora comercial comercializadora grupo hermanos hnos hijos hotel hostal bar restaurante
    cafeteria bodega bodegas aceites panaderia pasteleria fruteria carniceria farmacia clinica taller talleres
    transportes construcciones reformas instalaciones servicios consultoria consulting asesoria gestoria suministros
    industrias industrial textil tienda supermercado supermercados cooperativa asociacion fundacion colegio ayuntamiento
    inmobiliaria autoescuela peluqueria floristeria libreria ferreteria electricidad fontaneria logistica company
    the group services"""
)

OFFICES = _of(
    """info contacto contact hola hello ventas sales compras pedidos orders admin administracion oficina office tienda
    soporte support facturacion billing contabilidad rrhh recepcion reservas comercial clientes secretaria"""
)
"""What stands before the @ of an address that several people read."""

ORDINALS: Mapping[str, str] = {"m": "maria", "fco": "francisco", "fca": "francisca"}

_CALLED = """
alejandro: alex ale sandro
alejandra: sandra
antonio: toni tono anton antoni antoine
antonia: tonia tona
beatriz: bea
carmen: carmela carmina mamen menchu maica
carolina: caro
catalina: cati lina
concepcion: concha conchi chita
consuelo: chelo
cristina: cris tina
daniel: dani
david: davi
dolores: lola loli lolita
eduardo: edu lalo
encarnacion: encarna encarni
enrique: quique kike enric
federico: fede
fernando: nando fer ferran
francisco: paco paquito pancho curro kiko fran francesc quico
francisca: paca paqui paquita
gabriel: gabi
gregorio: goyo
guadalupe: lupe
guillermo: guille memo guillem
ignacio: nacho inaki
inmaculada: inma
isabel: isa chabela
jaime: jaume
javier: javi xavi xavier
jesus: chus suso chuy
jorge: jordi
jose: pepe pepito josep josele
josefa: pepa pepita fina
jose antonio: joseantonio
jose manuel: josema
jose maria: chema josemari
juan: joan xoan juanito
juan antonio: juanan
juan carlos: juanca
juan jose: juanjo
juan manuel: juanma
leonardo: leo
lourdes: lurdes
luis: lluis
manuel: manolo manu manel lolo
manuela: manoli manola
margarita: marga
maria: mari
maria dolores: mariloli
maria elena: malena
maria isabel: maribel marisabel
maria jose: mariajo majo
maria luisa: marisa
maria pilar: maripili
maria teresa: maite mayte
mercedes: merche meche
miguel: miki miquel
montserrat: montse
nicolas: nico
patricia: patri
pedro: perico pere
pilar: pili piluca
rafael: rafa
ramon: moncho
ricardo: richi
roberto: rober
rosario: charo
salvador: salva
santiago: santi iago chago
sebastian: sebas
sergio: sergi
susana: susi
teresa: tere
vicente: vicent chente
victoria: vicky
robert: bob bobby rob
william: bill will
richard: dick rick
michael: mike
elizabeth: liz beth betty
james: jim jimmy
john: johnny jack
thomas: tom
"""

NICKNAMES: Mapping[str, str] = {
    nickname: name.strip()
    for name, _, called in (line.partition(":") for line in _CALLED.strip().splitlines())
    for nickname in called.split()
}
"""What friends say, and what the register says."""
