"""Spanish. ``@`` stands for the endings o, a, os and as; phrases are folded, so accents may be left out."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    "QUE": "que | los que | las que | quienes | a los que | a las que | a quienes",
    "NO": "no | nunca | jamas | no nunca | nunca mas | ya no | todavia no | aun no",
    "AND": "y | e | ademas | y ademas | pero | y tambien | tambien | asi como | y a la vez | &",
    "OR": "o | u | o bien | y/o",
    "NOR": "ni | y no | ni tampoco | pero no",
    "EXCEPT": "excepto | salvo | menos | quitando | a excepcion de | con excepcion de | exceptuando | pero no de",
    "WITH": "con | tienen | tiene | tengan | tenga | hicieron | hizo | han hecho | ha hecho | hacen | hayan hecho | "
    "realizaron | han realizado | cuentan con | cuenten con | tuvieron | han tenido | por",
    "WITHOUT": "sin | carecen de | a los que les falta | a las que les falta | les falta | sin tener",
    "WHOSE": "cuy@ | donde | en los que | en las que",
    "IN": "de | del | en | al | a | ubicad@ en | situad@ en | con sede en | viven en | vive en | residen en | "
    "radicad@ en | de los | procedentes de | pertenecientes a | dentro de",
    "OUT": "fuera de | fuera del",
    "BE": "es | son | esta | estan | sea | sean | esten | fue | fueron | era | eran | estaban | sigue | siguen | "
    "siguen siendo | pertenecen a | se llaman | se llama",
    "MORE": "mas de | mas que | mayor que | mayor de | mayores de | mayores que | superior a | superiores a | "
    "por encima de | supera | superan | supere | >",
    "LESS": "menos de | menos que | menor que | menor de | menores de | menores que | inferior a | inferiores a | "
    "por debajo de | no llega a | no llegan a | <",
    "ATLEAST": "al menos | como minimo | por lo menos | un minimo de | minimo | mayor o igual que | mayor o igual a | "
    "no menos de | >= | ≥ | desde",
    "ATMOST": "como maximo | a lo sumo | como mucho | hasta | un maximo de | menor o igual que | "
    "menor o igual a | no mas de | <= | ≤",
    "EQUAL": "igual a | igual que | exactamente | justo | solo | solamente | unicamente | iguales a | =",
    "DIFFERENT": "distint@ de | distint@ a | diferente de | diferente a | diferentes de | diferentes a | "
    "que no sea | que no sean | que no este en | que no esten en",
    "BETWEEN": "entre | de entre",
    "OUTSIDE": "no entre",
    "TIMES": "veces | vez | ocasiones | ocasion",
    "EVER": "nunca | jamas | alguna vez | en algun momento | desde siempre | en total | historicamente | "
    "en toda su historia | "
    "a lo largo del tiempo | de siempre",
    "BUY": "compran | compra | compraron | compro | compraban | compren | compre | han comprado | ha comprado | "
    "hayan comprado | haya comprado | habian comprado | comprado | nos compran | nos compraron | nos han comprado | "
    "comprar | compraran | piden | pidieron | han pedido | hacen pedidos | hicieron pedidos | han hecho pedidos | "
    "hicieron algun pedido | han hecho algun pedido | hacen ningun pedido | han hecho ningun pedido | "
    "hicieron ningun pedido | han comprado nada | compran nada | compraron nada",
    "SPEND": "gastaron | gastan | gasto | gastaban | gasten | han gastado | ha gastado | hayan gastado | gastado | "
    "se gastaron | se han gastado | facturaron | han facturado | facturan | compraron por | han comprado por | "
    "nos han comprado por | compran por | compras por",
    "STOPPED": "dejaron de comprar | han dejado de comprar | ya no compran | dejo de comprar | dejado de comprar | "
    "han dejado de comprarnos | dejaron de comprarnos",
    "PURCHASES": "compras | compra",
    "CUSTOMERS": "clientes | cliente | clienta | clientas",
    "MINE": "mis | mi@ | asignad@ a mi | a mi cargo | que llevo | que llevo yo | de las que soy responsable | "
    "de los que soy responsable | llevad@ por mi",
    "ASSIGNED": "asignad@ a | llevad@ por | que lleva | lleva | gestionad@ por | a cargo de",
    "UNASSIGNED": "sin asignar | no asignad@ | sin nadie asignado | que no lleva nadie",
    "SEGMENT": "segmento | los segmentos",
    "FIRST": "primer | primera | primero | primer@",
    "LAST": "ultimo | ultima | ultim@",
    "SOME": "algun | alguna | algunos | algunas | cualquier",
    "NONE": "ningun | ninguna | ninguno",
    "NOTHING": "nada | ningun correo | ningun email | ningun mensaje | ningun enlace",
    "MAILS": "correo | correos | email | emails | e-mail | mensaje | mensajes | boletin | boletines | mail | mails | "
    "enlace | enlaces | algun correo | alguno de los correos | un correo | algun enlace | nuestros correos",
    "PEOPLE": "de personas | human@ | personas | sin contar maquinas",
    "MACHINES": "contando maquinas | de personas y maquinas | incluidas las maquinas | incluyendo maquinas",
    "EMPTY": "vaci@ | en blanco | sin rellenar | sin valor | desconocid@",
    "FILLED": "rellen@ | rellenad@ | con algun valor | no vaci@ | conocid@",
    "TRUE": "si | verdadero",
    "FALSE": "no | falso",
    "CAMPAIGN": "campana | la campana",
}
TEXTS: Final[Mapping[str, str]] = {
    "contains": "que contiene | contiene | contienen | que contenga | que contengan | contenga | que incluye",
    "not_contains": "que no contiene | no contiene | no contienen | que no contenga | que no contengan",
    "starts": "que empieza por | empieza por | empiezan por | que empiece por | que empieza con | empieza con | "
    "empiezan con | que comienza por | comienza por | comienzan por",
    "not_starts": "que no empieza por | no empieza por | no empiezan por | que no empiece por",
    "ends": "que termina en | termina en | terminan en | que termine en | acaba en | acaban en | que acaba en",
    "not_ends": "que no termina en | no termina en | no terminan en | que no termine en | no acaba en",
    "like": "con el patron | que encaja con | encaja con",
    "not_like": "que no encaja con | no encaja con",
    "regexp": "que cumple la expresion | cumple la expresion",
    "not_regexp": "que no cumple la expresion | no cumple la expresion",
}
MEASURES: Final[Mapping[str, str]] = {
    "sum": "suma de | suma del | la suma de | importe total de",
    "avg": "media de | media del | promedio de | promedio del | la media de",
    "max": "maximo de | maximo del | el mayor | mayor | el maximo de",
    "min": "minimo de | minimo del | el menor | menor | el minimo de",
}
EVENTS: Final[Mapping[str, str]] = {
    "mail_sent": "envios de correo | envio de correo | correos enviados",
    "mail_delivered": "entregas de correo | entrega de correo | correos recibidos",
    "mail_opened": "aperturas de correo | apertura de correo | correos abiertos | aperturas",
    "mail_clicked": "clics en correos | clic en correos | clics | clics en enlaces",
    "mail_bounced": "rebotes de correo | rebote de correo | rebotes",
    "mail_complained": "quejas por correo | queja por correo | quejas",
    "mail_unsubscribed": "bajas de correo | baja de correo | bajas",
    "consent_given": "consentimientos dados | consentimiento dado",
    "consent_withdrawn": "consentimientos retirados | consentimiento retirado",
    "form_sent": "formularios enviados | formulario enviado",
}
HAPPENED: Final[Mapping[str, str]] = {
    "mail_sent": "a los que hemos enviado | a las que hemos enviado | hemos enviado | les enviamos | se les envio",
    "mail_delivered": "recibieron | han recibido | reciben | recibido | hayan recibido",
    "mail_opened": "abrieron | abren | han abierto | abrio | abierto | abran | hayan abierto | ha abierto | leyeron | "
    "han leido",
    "mail_clicked": "hicieron clic | hacen clic | han hecho clic | hizo clic | pincharon | han pinchado | clicaron | "
    "han clicado | pulsaron | han pulsado | hicieron clic en | han hecho clic en | hacen clic en",
    "mail_bounced": "rebotaron | rebotan | han rebotado | rebotad@ | reboto",
    "mail_complained": "se quejaron | se han quejado | nos marcaron como spam | marcaron como spam | "
    "nos han marcado como spam",
    "mail_unsubscribed": "se dieron de baja | se han dado de baja | se dio de baja | dad@ de baja | se dan de baja",
    "consent_given": "dieron su consentimiento | han dado su consentimiento | dieron el consentimiento | "
    "consintieron | aceptaron recibir correos | se suscribieron | se han suscrito",
    "consent_withdrawn": "retiraron su consentimiento | han retirado su consentimiento | retiraron el consentimiento",
    "form_sent": "rellenaron un formulario | han rellenado un formulario | enviaron un formulario | "
    "han enviado un formulario | rellenaron algun formulario | han rellenado algun formulario | "
    "enviaron algun formulario",
}
FIELDS: Final[Mapping[str, str]] = {
    "created_at": "cread@ | dad@ de alta | alta | fecha de alta | fecha de creacion | se crearon | se dieron de alta | "
    "anadid@ | nuev@ desde | registrad@ | se registraron | han llegado | llegaron | entraron",
    "updated_at": "modificad@ | actualizad@ | cambiad@ | se modificaron | se actualizaron | fecha de modificacion",
    "owner": "responsable | comercial | propietario",
    "emails": "correo | email | correo electronico | direccion de correo | direccion de email | e-mail",
    "phones": "telefono | numero de telefono | movil",
    "birthday": "cumplen años | cumple años | nacieron | nacid@",
    "close_date": "se cierran | se cerraran | cierran | cierre | cierre previsto | prevision de cierre",
    "due": "vencen | vence | vencieron | vencimiento | que vencen",
    "closed_at": "cerrad@ | se cerraron",
    "amount": "importe | valor | cuantia",
    "tags": "etiqueta",
}
VERBAL: Final[Mapping[str, str]] = {"tags": "etiquetad@ como | etiquetad@ con | etiquetad@", "amount": "por valor de"}
PARTS: Final[Mapping[str, str]] = {
    "city": "ciudad | poblacion | localidad | municipio | la ciudad",
    "region": "provincia | region | comunidad | comunidad autonoma | departamento",
    "postal_code": "codigo postal | cp | c.p.",
    "country": "pais",
}
WORK: Final[Mapping[str, str]] = {"OPEN": "abiert@ | en curso | activ@ | sin cerrar", "CLOSED": "cerrad@ | terminad@"}
_SILENT: Final = """
el la los las lo un una unos unas todo toda todos todas cada uno se me te les le nos su sus nuestro
nuestra nuestros nuestras muestrame dame quiero ver lista listado busca buscar encuentra ensename aquellos
aquellas esos esas ellos ellas por favor gente hay ha han haya hayan sido estado cual cuales saca sacame
personas alguien importe valor actualmente ahora mismo ya si
"""
SILENT: Final = frozenset(_SILENT.split())
