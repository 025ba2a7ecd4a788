import { expect, test } from "vitest";
import { countryOfZone, joined, parted } from "./callingCodes";

test.each([
  ["+34925123456", "ES", "925 123 456"],
  ["0034 925 12 34 56", "ES", "925 123 456"],
  ["+52 55 1234 5678", "MX", "55 1234 5678"],
  ["+5491123456789", "AR", "9 11 2345 6789"],
  ["+18095551234", "US", "809 555 1234"],
  ["+390212345678", "IT", "021 234 56 78"],
])("%s is parted into its country and the number as people write it", (written, country, national) => {
  expect(parted(written, "ES", null)).toEqual({ country, national });
});

test("a number without a prefix belongs to the country that was chosen, else to the shop's", () => {
  expect(parted("925123456", "ES", null).country).toBe("ES");
  expect(parted("5512345678", "ES", "MX").country).toBe("MX");
  expect(parted("+1 809 555 1234", "ES", "DO").country).toBe("DO");
});

test("what is kept can be dialled from anywhere; what is no number is kept as typed, to be refused by name", () => {
  expect(joined({ country: "ES", national: "925 12-34.56" })).toBe("+34925123456");
  expect(joined({ country: "ES", national: "pregunta por Rita" })).toBe("pregunta por Rita");
  expect(joined({ country: null, national: "925 123 456" })).toBe("925 123 456");
});

test("a time zone tells the country", () => {
  expect(countryOfZone("America/Mexico_City")).toBe("MX");
  expect(countryOfZone("Europe/Madrid")).toBe("ES");
});
