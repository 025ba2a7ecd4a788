import { expect, test } from "vitest";
import { expiryIn } from "@/lib/expiry";
import { scopesOf, toggled } from "./scopes";

test("a wish comes to its scopes", () => {
  expect(scopesOf("read", ["deals:read"])).toEqual(["read"]);
  expect(scopesOf("write", [])).toEqual(["read", "write"]);
  expect(scopesOf("some", ["deals:read"])).toEqual(["deals:read"]);
});

test("to write takes to read, and without reading there is no writing", () => {
  expect(toggled([], "deals", "write", true)).toEqual(["deals:read", "deals:write"]);
  expect(toggled(["deals:read", "deals:write"], "deals", "read", false)).toEqual([]);
  expect(toggled(["deals:read", "deals:write"], "deals", "write", false)).toEqual(["deals:read"]);
  expect(toggled(["companies:read"], "deals", "read", true)).toEqual(["companies:read", "deals:read"]);
});

test("a year from now is an instant that the API takes", () => {
  expect(expiryIn(365, Date.UTC(2026, 10, 22, 6))).toBe("2027-11-22T06:00:00Z");
});
