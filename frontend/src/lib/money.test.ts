import { expect, test } from "vitest";
import { addAmounts, addMoney, formatMoney, negateAmount, parseDecimal, percentOf } from "./money";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

test("amounts add exactly, where floats would not", () => {
  expect(addAmounts("0.10", "0.20")).toBe("0.30");
  expect(addAmounts("-5.00", "2.5")).toBe("-2.50");
  expect(addAmounts("99999999999999.99", "0.01")).toBe("100000000000000.00");
});

test("money of two currencies never becomes one sum", () => {
  const sums = addMoney(
    [{ amount: "10", currency: "EUR" }],
    [
      { amount: "5", currency: "USD" },
      { amount: "2.50", currency: "EUR" },
    ],
  );

  expect(sums).toEqual([
    { amount: "12.50", currency: "EUR" },
    { amount: "5", currency: "USD" },
  ]);
});

test("a weighted amount rounds half up", () => {
  expect(percentOf("1250.50", 10)).toBe("125.05");
  expect(percentOf("0.05", 50)).toBe("0.03");
  expect(negateAmount("0.00")).toBe("0.00");
});

test.each([
  ["1.250,50", "es-ES", "1250.50"],
  ["1250,5", "es-ES", "1250.5"],
  ["1250.50", "es-ES", "1250.50"],
  ["1.250", "es-ES", "1250"],
  ["1,250.50", "en-US", "1250.50"],
  ["1,250", "en-US", "1250"],
  ["007", "es-ES", "7"],
  ["- 3", "es-ES", "-3"],
  ["12 €", "es-ES", "12"],
])("%s typed in %s is %s", (typed, locale, amount) => {
  expect(parseDecimal(typed, locale)).toBe(amount);
});

test("what is no figure is not guessed", () => {
  expect(parseDecimal("mil", "es-ES")).toBeNull();
  expect(parseDecimal(",", "es-ES")).toBeNull();
});

test("Spanish groups four digits too, and Mexico writes its own way", () => {
  expect(plain(formatMoney({ amount: "2357", currency: "EUR" }, "es-ES"))).toBe("2.357,00 €");
  expect(plain(formatMoney({ amount: "199953", currency: "MXN" }, "es-MX"))).toBe("$199,953.00");
  expect(plain(formatMoney({ amount: "386000.00", currency: "EUR" }, "es-ES", true))).toBe("386.000 €");
});
