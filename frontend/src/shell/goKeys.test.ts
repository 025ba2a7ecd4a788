import { expect, test } from "vitest";
import { goKeys } from "./goKeys";

test("a place goes by the first letter of its name that is free, in each language", () => {
  expect(goKeys(["Empresas", "Contactos", "Leads", "Oportunidades", "Tareas"])).toEqual(["e", "c", "l", "o", "t"]);
  expect(goKeys(["Companies", "Contacts", "Leads", "Deals", "Tasks"])).toEqual(["c", "o", "l", "d", "t"]);
});

test("home, imports, notifications and settings keep theirs, and nobody shares one", () => {
  expect(goKeys(["Hoteles", "Incidencias", "Sí", "Óperas", "Ñus"])).toEqual(["o", "c", undefined, "p", "u"]);
});
