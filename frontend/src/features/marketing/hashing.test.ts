import { expect, test } from "vitest";
import { found, hashed } from "./hashing";

const ANA = "1a7e7e2d7d0c6bd5e2b1a1c1f2ce2ac9d3a4d1f2b3c4d5e6f708192a3b4c5d6e";

test("addresses are found in a table whatever stands around them, each once", () => {
  const text =
    'nombre;correo\nAna;"Ana@Retiro.example"\nAna;ana@retiro.example\nLuis <luis.gil+boletin@bodegas.example>, x@y';

  expect(found(text).addresses).toEqual(["ana@retiro.example", "luis.gil+boletin@bodegas.example"]);
});

test("hashes are taken as they are, in lower case", () => {
  expect(found(`${ANA.toUpperCase()}\n${ANA}`)).toEqual({ addresses: [], hashes: [ANA] });
});

test("a domain is hashed as the wire carries it", () => {
  expect(found("pepe@cigüeña.example").addresses).toEqual(["pepe@xn--cigea-rta9e.example"]);
});

test("an address is hashed as exclusion services do", async () => {
  expect(await hashed(found("  TEST@Example.com "))).toEqual([
    "973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b",
  ]);
});
