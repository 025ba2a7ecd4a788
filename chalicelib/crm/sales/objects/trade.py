"""Products and the orders that name them."""

from chalicelib.crm.sales import rules
from chalicelib.crm.sales.objects.shared import DESCRIPTION, campaign
from chalicelib.engine.objects import (
    Bought,
    Features,
    Label,
    ObjectDef,
    Rules,
    boolean,
    choice,
    date,
    lines,
    link,
    money,
    number,
    option,
    percent,
    section,
    text,
)
from chalicelib.engine.origins import EXTERNAL_ID, ORIGINAL

PRODUCT_CATEGORIES = (
    option("goods", "Productos", "Goods"),
    option("food", "Alimentación", "Food"),
    option("drink", "Bebidas", "Drinks"),
    option("services", "Servicios", "Services"),
    option("subscription", "Suscripción", "Subscription"),
    option("other", "Otro", "Other"),
)
ORDER_STATUSES = (
    option("draft", "Borrador", "Draft", "harina", kind="open"),
    option("confirmed", "Confirmado", "Confirmed", "albahaca", kind="open"),
    option("delivered", "Entregado", "Delivered", "albahaca", kind="won"),
    option("cancelled", "Cancelado", "Cancelled", "pimenton", kind="lost"),
)

PRODUCT = ObjectDef(
    name="product",
    plural="products",
    label=Label("Producto", "Product"),
    label_plural=Label("Productos", "Products"),
    icon="box",
    name_field="name",
    fields=(
        text(
            "name",
            "Nombre",
            "Name",
            required=True,
            max_length=160,
            indexed=True,
            searched=True,
            aliases=("product name", "producto", "nombre", "product - name"),
        ),
        text(
            "sku",
            "Referencia",
            "SKU",
            unique=True,
            searched=True,
            max_length=60,
            aliases=("code", "product code", "referencia", "código", "product - product code"),
        ),
        money("unit_price", "Precio", "Unit price", min=0, aliases=("price", "precio", "product - price")),
        choice("category", "Categoría", "Category", PRODUCT_CATEGORIES, indexed=True, aliases=("categoría", "familia")),
        boolean("active", "Activo", "Active", default=True),
        DESCRIPTION,
        EXTERNAL_ID,
        ORIGINAL,
    ),
    sections=(
        section("main", "Datos principales", "Main details", "name", "sku", "unit_price", "category", "active"),
        section("more", "Más", "More", "description", "external_id", "original_created_at"),
    ),
    columns=("name", "sku", "unit_price", "category", "active"),
    features=Features(importable=True, owned=False, managed=True),
)

ORDER = ObjectDef(
    name="order",
    plural="orders",
    label=Label("Pedido", "Order"),
    label_plural=Label("Pedidos", "Orders"),
    icon="receipt",
    name_field="number",
    aliases=("purchase", "compra", "invoice"),
    fields=(
        text(
            "number",
            "Número",
            "Number",
            unique=True,
            searched=True,
            max_length=60,
            aliases=("order number", "número de pedido", "pedido", "order id"),
        ),
        date(
            "date",
            "Fecha",
            "Date",
            required=True,
            indexed=True,
            aliases=("order date", "fecha", "purchase date", "fecha de pedido"),
        ),
        link(
            "contact",
            "Contacto",
            "Contact",
            to="contact",
            inverse="orders",
            inverse_label=("Pedidos", "Orders"),
            found_through=True,
            aliases=("customer", "cliente", "contacto"),
        ),
        link(
            "company",
            "Empresa",
            "Company",
            to="company",
            inverse="orders",
            inverse_label=("Pedidos", "Orders"),
            found_through=True,
            aliases=("account name", "empresa"),
        ),
        choice(
            "status",
            "Estado",
            "Status",
            ORDER_STATUSES,
            default="confirmed",
            required=True,
            indexed=True,
            counted=True,
            aliases=("estado",),
        ),
        money("total", "Total", "Total", indexed=True, aliases=("amount", "importe", "total", "value", "valor")),
        lines(
            "lines",
            "Líneas",
            "Lines",
            (
                link("product", "Producto", "Product", to="product", inverse="", inverse_label=("", "")),
                text("name", "Concepto", "Item"),
                number("quantity", "Cantidad", "Quantity", min=0, decimals=3, default=1),
                money("unit_price", "Precio", "Unit price"),
                percent("discount", "Descuento", "Discount", default=0),
            ),
        ),
        campaign("orders", "Pedidos", "Orders"),
        DESCRIPTION,
        EXTERNAL_ID,
        ORIGINAL,
    ),
    sections=(
        section("main", "Datos principales", "Main details", "number", "date", "status", "contact", "company", "owner"),
        section("lines", "Líneas", "Lines", "lines", "total"),
        section("more", "Más", "More", "campaign", "description", "external_id", "original_created_at"),
    ),
    columns=("number", "date", "contact", "company", "status", "total"),
    features=Features(
        importable=True,
        board_by="status",
        board_sum="total",
        bought=Bought(
            "date", "total", {"field": "status", "op": "not_in", "value": ["draft", "cancelled"]}, "lines.name"
        ),
    ),
    rules=Rules(
        before_create=(rules.number_when_missing, rules.total_from_lines), before_update=(rules.total_from_lines,)
    ),
)
