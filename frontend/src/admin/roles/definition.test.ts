import { expect, test } from "vitest";
import type { Definition, Extent, Rights } from "@/api/roles";
import {
  accessTo,
  changeOf,
  countChanges,
  followed,
  isWithin,
  keyFor,
  limitedFields,
  rightsOf,
  withField,
  withoutLine,
  withRight,
} from "./definition";

const rights = (read: Extent, update: Extent = read): Rights => ({
  read,
  create: "all",
  update,
  delete: update,
  export: "none",
});
const REP: Definition = {
  label: { es: "Comercial", en: "Rep" },
  objects: { "*": rights("all", "own"), "*managed": rights("all", "none") },
  fields: {},
};
const DEALS = { plural: "deals", managed: false };
const PIPELINES = { plural: "pipelines", managed: true };

test("an object follows the common line until it gets its own", () => {
  expect([followed(REP, DEALS), followed(REP, PIPELINES)]).toEqual(["*", "*managed"]);

  const changed = withRight(REP, DEALS, "delete", "none");

  expect(followed(changed, DEALS)).toBe("deals");
  expect(rightsOf(changed, DEALS)).toEqual({ ...rights("all", "own"), delete: "none" });
  expect(withoutLine(changed, "deals")).toEqual(REP);
});

test("whoever sees less changes, deletes and exports less, and creates nothing that they would not see", () => {
  const own = rightsOf(withRight({ ...REP, objects: { "*": rights("all") } }, DEALS, "read", "own"), DEALS);
  expect(own).toEqual({ read: "own", create: "all", update: "own", delete: "own", export: "none" });

  const none = rightsOf(withRight(REP, DEALS, "read", "none"), DEALS);
  expect(none).toEqual({ read: "none", create: "none", update: "none", delete: "none", export: "none" });
  expect([isWithin(own, "update", "team"), isWithin(own, "update", "own")]).toEqual([false, true]);
});

test("a field is limited and set free again", () => {
  const limited = withField(withField(REP, "deals", "amount", "read"), "deals", "score", "none");

  expect(limited.fields).toEqual({
    deals: { amount: { read: true, write: false }, score: { read: false, write: false } },
  });
  expect([accessTo(limited, "deals", "amount"), accessTo(limited, "deals", "score")]).toEqual(["read", "none"]);
  expect(limitedFields(limited, "deals")).toBe(2);
  expect(withField(withField(limited, "deals", "amount", "write"), "deals", "score", "write")).toEqual(REP);
});

test("only what differs is sent, and what was said no longer is taken back with null", () => {
  const changed = withField(withRight(REP, DEALS, "read", "own"), "deals", "amount", "none");

  expect(changeOf(REP, REP)).toEqual({});
  expect(changeOf(REP, changed)).toEqual({
    objects: { deals: rightsOf(changed, DEALS) },
    fields: { deals: { amount: { read: false, write: false } } },
  });
  expect(changeOf(changed, REP)).toEqual({ objects: { deals: null }, fields: { deals: null } });
  expect(countChanges(REP, REP)).toBe(0);
  expect(countChanges(changed, withRight(changed, DEALS, "update", "none"))).toBe(1);
});

test("a key is made of the name, and of no other role", () => {
  expect(keyFor("Administración de Fincas", [])).toBe("administracion_de_fincas");
  expect(keyFor("Socio", ["socio", "socio_2"])).toBe("socio_3");
  expect(keyFor("2ª línea", [])).toBe("linea");
  expect(keyFor("日本", [])).toBe("role");
});

test("what the company agrees on is reached whole or not at all", () => {
  const segments = { plural: "segments", managed: true, isWhole: true };
  const own = { read: "all", create: "all", update: "own", delete: "none", export: "none" } as const;
  const role = { label: { es: "a", en: "a" }, objects: { "*": own }, fields: {} };

  const changed = withRight(role, segments, "delete", "all");

  expect(rightsOf(role, segments).update).toBe("none");
  expect(changed.objects.segments).toEqual({
    read: "all",
    create: "all",
    update: "none",
    delete: "all",
    export: "none",
  });
});
