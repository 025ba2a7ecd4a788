import { expect, test } from "vitest";
import { maySet } from "@/api/settable";
import type { Agreed, Me } from "@/api/types";
import { mayOpen, placesFor } from "./places";

const agreed = (plural: string, action: "create" | "read"): Agreed => ({
  plural,
  label: { es: plural, en: plural },
  permissions: { create: "none", read: "all", update: "none", delete: "none", export: "none", [action]: "all" },
});
const somebody = (role: string, ...rights: Agreed[]) => ({ me: { user: { role } } as unknown as Me, agreed: rights });
const names = (seeker: ReturnType<typeof somebody>) =>
  placesFor(seeker).flatMap((group) => group.places.map((place) => place.name));

test("whoever decides about senders alone finds the page of sending, and no other", () => {
  const clara = somebody("marketing", agreed("senders", "create"), agreed("exclusions", "read"));

  expect(names(clara)).toEqual(["sending"]);
  expect(maySet(clara.me, clara.agreed)).toBe(true);
  expect(mayOpen(clara, "/settings")).toBe(true);
  expect(mayOpen(clara, "/settings/sending")).toBe(true);
  expect(mayOpen(clara, "/settings/exclusions")).toBe(false);
  expect(mayOpen(clara, "/settings/users")).toBe(false);
});

test("whoever only reads what is agreed on finds nothing to set", () => {
  const pau = somebody("rep", agreed("senders", "read"), agreed("marketing", "read"));

  expect(names(pau)).toEqual([]);
  expect(maySet(pau.me, pau.agreed)).toBe(false);
  expect(mayOpen(pau, "/settings")).toBe(false);
});

test("an administrator finds every page", () => {
  const dana = somebody("admin");

  expect(names(dana)).toContain("users");
  expect(names(dana)).toContain("webhooks");
  expect(maySet(dana.me, dana.agreed)).toBe(true);
});
