import { expect, test } from "vitest";
import { isBlank, nameFrom, whole } from "./naming";

test.each([
  ["Número de habitaciones", [], "c_numero_de_habitaciones"],
  ["  IVA (%)  ", [], "c_iva"],
  ["Talla", ["c_talla"], "c_talla_2"],
  ["Talla", ["c_talla", "c_talla_2"], "c_talla_3"],
  ["名前", [], "c_x"],
  ["una etiqueta tan larga que no cabe en ningún nombre", [], "c_una_etiqueta_tan_larga_que_no_cabe_en"],
])("%s is called %s by programs when %j is taken", (text, taken, expected) => {
  expect(nameFrom(text, taken)).toBe(expected);
});

test("what is said in one language stands for the other", () => {
  expect(whole({ es: " Talla ", en: "" })).toEqual({ es: "Talla", en: "Talla" });
  expect(isBlank({ es: " ", en: "" })).toBe(true);
});
