import i18next from "i18next";
import { expect, test } from "vitest";
import { ApiProblem } from "@/api/problems";
import { designErrors, designErrorText, designProblem } from "./problems";

const t = () => i18next.getFixedT("es", ["admin", "core"]);

test("a part of a property speaks for the whole of it too", () => {
  const refusal = new ApiProblem(422, {
    errors: [{ field: "rollup.relation", code: "unknown_relation", message: "no such" }],
  });

  expect(designErrors(refusal, t())).toEqual({
    "rollup.relation": "Esa relación ya no existe.",
    rollup: "Esa relación ya no existe.",
  });
});

test("a code that the designer does not know is told by the common words, or the API's", () => {
  expect(designErrorText({ field: "label", code: "too_long", message: "x" }, t())).toBe("Es demasiado largo");
  expect(designErrorText({ field: "label", code: "never_heard_of", message: "As it is." }, t())).toBe("As it is.");
});

test("what needs a field is named, whatever the language", () => {
  const refusal = new ApiProblem(409, { code: "field_in_use", detail: "deals.c_tax would be without it." });

  expect(designProblem(refusal, t())).toBe("Algo más lo necesita; cámbialo antes. deals.c_tax would be without it.");
});
