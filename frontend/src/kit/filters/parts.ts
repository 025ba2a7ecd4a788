/** Parts of an address that conditions ask for by themselves. */
import type { FieldMeta, Label } from "@/api/types";

const PARTS: Record<string, Label> = {
  city: { es: "Ciudad", en: "City" },
  region: { es: "Provincia", en: "Province" },
  postal_code: { es: "Código postal", en: "Postal code" },
  country: { es: "País (código)", en: "Country (code)" },
};
const TEXTUAL = ["eq", "ne", "in", "not_in", "contains", "not_contains", "starts", "not_starts", "empty", "not_empty"];

/** The fields inside a field: `address.city`. */
export function partsOf(field: FieldMeta): FieldMeta[] {
  if (field.type !== "address") return [];
  return Object.entries(PARTS).map(([part, label]) => ({
    name: `${field.name}.${part}`,
    type: "text",
    label,
    filterable: true,
    operators: TEXTUAL,
  }));
}
