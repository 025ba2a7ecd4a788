import { expect, test } from "vitest";
import type { FieldMeta } from "@/api/types";
import { lineSum, linesSum, summedColumns } from "./lineSums";

const label = { es: "Dato", en: "Datum" };
const COLUMNS: FieldMeta[] = [
  { name: "product", type: "link", label },
  { name: "quantity", type: "number", label },
  { name: "unit_price", type: "money", label },
  { name: "discount", type: "percent", label },
];
const columns = summedColumns(COLUMNS) as NonNullable<ReturnType<typeof summedColumns>>;
const euros = (amount: string) => ({ amount, currency: "EUR" });

test.each([
  [{ quantity: 3, unit_price: euros("0.10") }, "0.30"],
  [{ unit_price: euros("19.99"), discount: 15 }, "16.99"],
  [{ quantity: 1.5, unit_price: euros("3.33") }, "5.00"],
  [{ quantity: -1, unit_price: euros("2.50") }, "-2.50"],
])("%j comes to %s", (line, amount) => {
  expect(lineSum(line, columns)).toEqual(euros(amount));
});

test("the lines are added up, unless they are in several currencies or hold no price", () => {
  const yen = { unit_price: { amount: "100", currency: "JPY" } };

  expect(linesSum([{ unit_price: euros("1.10") }, { quantity: 2, unit_price: euros("2.20") }, {}], columns)).toEqual(
    euros("5.50"),
  );
  expect(linesSum([{ unit_price: euros("1.10") }, yen], columns)).toBeNull();
  expect(linesSum([{}], columns)).toBeNull();
  expect(lineSum(yen, columns)).toEqual({ amount: "100", currency: "JPY" });
});

test("lines without a price or a quantity are not added up", () => {
  expect(summedColumns(COLUMNS.slice(0, 2))).toBeNull();
});
