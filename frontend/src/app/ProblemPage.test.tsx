import { expect, test } from "vitest";
import { ApiProblem } from "@/api/problems";
import { kindOf } from "./ProblemPage";

test.each([
  [new ApiProblem(404), "missing"],
  [new ApiProblem(403), "forbidden"],
  [new ApiProblem(0), "offline"],
  [new ApiProblem(500), "failed"],
  [new TypeError("Failed to fetch dynamically imported module: /assets/Board-x.js"), "lacking"],
  [new Error("Unable to preload CSS for /assets/Board-x.css"), "lacking"],
  [new TypeError("x is undefined"), "failed"],
])("%s is a page that is %s", (error, kind) => {
  expect(kindOf(error)).toBe(kind);
});
