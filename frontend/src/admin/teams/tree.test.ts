import { expect, test } from "vitest";
import type { Team } from "@/api/teams";
import { treeOf, within } from "./tree";

const team = (id: string, name: string, parent: string | null = null): Team => ({ id, name, parent, members: [] });
const TEAMS = [
  team("3", "Zaragoza", "1"),
  team("1", "Norte"),
  team("2", "Bilbao", "1"),
  team("4", "Deusto", "2"),
  team("5", "Sur"),
];

test("a tree is read from the top, each team followed by its parts", () => {
  expect(treeOf(TEAMS).map(({ team, depth }) => `${depth} ${team.name}`)).toEqual([
    "0 Norte",
    "1 Bilbao",
    "2 Deusto",
    "1 Zaragoza",
    "0 Sur",
  ]);
});

test("a team whose whole is gone stands at the top", () => {
  expect(treeOf([team("9", "Suelto", "gone")]).map(({ depth }) => depth)).toEqual([0]);
});

test("a team cannot be moved into itself or its parts", () => {
  expect([...within(TEAMS, "1")].toSorted()).toEqual(["1", "2", "3", "4"]);
  expect([...within(TEAMS, "5")]).toEqual(["5"]);
});
