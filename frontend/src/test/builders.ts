/** Metadata and records of a small shop, as the API presents them. */
import type { FieldMeta, Me, ObjectDocument, RecordRow } from "@/api/types";

const ALL = { read: "all", create: "all", update: "all", delete: "all", export: "all" } as const;
const both = (es: string, en: string) => ({ es, en });

export const ANA = "01K00000000000000000000ANA";

export const me: Me = {
  user: {
    id: ANA,
    email: "ana@olmedo.example",
    name: "Ana Olmedo",
    role: "admin",
    team: null,
    status: "active",
    locale: "es",
    timezone: "Europe/Madrid",
    created_at: "2026-01-07T09:00:00Z",
  },
  tenant: {
    id: "olmedo",
    name: "Distribuciones Olmedo",
    locale: "es",
    format_locale: null,
    timezone: "Europe/Madrid",
    currency: "EUR",
    brand_color: null,
    logo: null,
  },
  permissions: {},
};

export const STAGES: FieldMeta = {
  name: "stage",
  type: "stage",
  label: both("Etapa", "Stage"),
  required: true,
  filterable: true,
  options: [
    { value: "won", label: both("Ganada", "Won"), kind: "won", probability: 100, order: 3 },
    { value: "new", label: both("Nueva", "New"), kind: "open", probability: 10, order: 1 },
    { value: "offer", label: both("Propuesta", "Proposal"), kind: "open", probability: 50, order: 2 },
    { value: "lost", label: both("Perdida", "Lost"), kind: "lost", probability: 0, order: 4 },
  ],
};

export const AMOUNT: FieldMeta = { name: "amount", type: "money", label: both("Importe", "Amount"), sortable: true };

export function deals(more: Partial<ObjectDocument> = {}): ObjectDocument {
  return {
    name: "deal",
    plural: "deals",
    label: both("Oportunidad", "Deal"),
    label_plural: both("Oportunidades", "Deals"),
    icon: "target",
    name_field: "name",
    permissions: ALL,
    features: { importable: true, activities: true, owned: true, board_by: "stage" },
    catalogue_version: 1,
    fields: [
      { name: "name", type: "text", label: both("Nombre", "Name"), required: true, max_length: 160 },
      AMOUNT,
      STAGES,
      { name: "close_date", type: "date", label: both("Fecha de cierre", "Close date"), sortable: true },
      { name: "company", type: "link", label: both("Empresa", "Company"), to: "company" },
      {
        name: "lost_reason",
        type: "choice",
        label: both("Motivo de pérdida", "Lost reason"),
        filterable: true,
        options: [{ value: "price", label: both("Precio", "Price") }],
      },
      { name: "stage_since", type: "date_time", label: both("En la etapa desde", "In stage since"), read_only: true },
      { name: "secret", type: "text", label: both("Oculto", "Hidden"), hidden: true },
    ],
    sections: [{ name: "main", label: both("Datos principales", "Main details"), fields: ["name", "amount", "stage"] }],
    columns: ["name", "amount", "stage"],
    board: { by: "stage", sum: "amount" },
    related: [],
    ...more,
  };
}

export function deal(more: Partial<RecordRow> = {}): RecordRow {
  return {
    id: "01K0000000000000000000DEAL",
    version: 3,
    created_at: "2026-11-01T09:00:00Z",
    created_by: ANA,
    updated_at: "2026-11-20T09:00:00Z",
    updated_by: ANA,
    owner: ANA,
    name: "Aceite para Hotel Retiro",
    amount: { amount: "1250.50", currency: "EUR" },
    stage: "new",
    ...more,
  };
}
