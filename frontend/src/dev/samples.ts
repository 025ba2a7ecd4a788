/** One field and one value of every type, for the gallery and whoever tests what is drawn of them. */
import type { FieldMeta, FieldTypeName } from "@/api/types";
import type { ValueOf } from "@/fields/kit";

const both = (es: string, en: string) => ({ es, en });
const OPTIONS = [
  { value: "oil", label: both("Aceite", "Oil"), color: "albahaca" },
  { value: "wine", label: both("Vino", "Wine"), color: "pimenton" },
  { value: "cheese", label: both("Queso", "Cheese") },
];
const field = (type: FieldTypeName, es: string, en: string, more: Partial<FieldMeta> = {}): FieldMeta => ({
  name: type,
  type,
  label: both(es, en),
  ...more,
});
const euros = (amount: string) => ({ amount, currency: "EUR" });
const LINE: FieldMeta[] = [
  { name: "name", type: "text", label: both("Concepto", "Item") },
  { name: "quantity", type: "number", label: both("Cantidad", "Quantity") },
  { name: "unit_price", type: "money", label: both("Precio", "Unit price") },
  { name: "discount", type: "percent", label: both("Descuento", "Discount") },
];

export type Sample<T extends FieldTypeName> = [field: FieldMeta, value: ValueOf[T]];

export const SAMPLES: { [T in FieldTypeName]: Sample<T> } = {
  text: [field("text", "Nombre", "Name", { max_length: 160 }), "Ultramarinos Campos"],
  person_name: [field("person_name", "Nombre completo", "Full name"), "Rita Ibáñez"],
  long_text: [field("long_text", "Notas", "Notes"), "Pide los martes.\nPaga a treinta días."],
  rich_text: [field("rich_text", "Historia", "Story"), "<p>Prefiere <strong>vino de Toledo</strong></p>"],
  number: [field("number", "Superficie", "Area", { unit: "m²" }), 1250.5],
  integer: [field("integer", "Duración", "Duration", { unit: "min" }), 90],
  percent: [field("percent", "Descuento", "Discount"), 12.5],
  rating: [field("rating", "Aprecio", "Liking", { max: 5 }), 4],
  money: [field("money", "Importe", "Amount"), euros("1250.50")],
  date: [field("date", "Fecha de cierre", "Close date"), "2026-12-24"],
  date_time: [
    field("date_time", "Vence", "Due", { zoned: true }),
    { local: "2026-12-24T09:30:00", time_zone: "Europe/Madrid", utc: "2026-12-24T08:30:00Z" },
  ],
  time: [field("time", "Abre a las", "Opens at"), "09:30"],
  boolean: [field("boolean", "Tiene aparcamiento", "Has parking"), true],
  choice: [field("choice", "Familia", "Family", { options: OPTIONS }), "wine"],
  multi_choice: [field("multi_choice", "Familias", "Families", { options: OPTIONS }), ["oil", "cheese"]],
  stage: [field("stage", "Etapa", "Stage", { options: OPTIONS }), "oil"],
  email: [
    field("email", "Correos", "Emails"),
    [
      { value: "rita@bodegas.example", label: "work", primary: true },
      { value: "rita@casa.example", label: "home", primary: false },
    ],
  ],
  phone: [field("phone", "Teléfonos", "Phones"), [{ value: "+34925123456", label: "work", primary: true }]],
  url: [field("url", "Sitio web", "Website"), "https://bodegas.example"],
  link: [field("link", "Empresa", "Company", { to: "companies" }), []],
  address: [
    field("address", "Dirección", "Address"),
    { street: "Calle Comercio 12", postal_code: "45001", city: "Toledo", region: "Toledo", country: "ES" },
  ],
  user: [field("user", "Responsable", "Owner"), ""],
  tags: [field("tags", "Etiquetas", "Tags"), ["Cliente VIP", "Feria 2026"]],
  file: [
    field("file", "Contrato", "Contract", { multiple: true }),
    [{ id: "01K0000000000000000000FILE", name: "Contrato 2026.pdf", size: 348_160, type: "application/pdf" }],
  ],
  lines: [
    field("lines", "Líneas", "Lines", { fields: LINE }),
    [
      { name: "Aceite de oliva", quantity: 12, unit_price: euros("8.90"), discount: 5 },
      { name: "Vino joven", quantity: 6, unit_price: euros("4.25") },
    ],
  ],
  formula: [field("formula", "Doble", "Double", { result: "number", read_only: true }), 2501],
  rollup: [field("rollup", "Pedidos", "Orders", { result: "money", read_only: true }), euros("12500.00")],
};
