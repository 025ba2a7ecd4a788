import { fireEvent } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { openPalette, paletteWishes, takeTyped } from "./palette";

test("what is typed before the palette can listen is not lost, and goes nowhere else", () => {
  const page = vi.fn();
  document.addEventListener("keydown", page);
  openPalette("crear ");

  for (const key of ["e", "n", "x", "Backspace"]) fireEvent.keyDown(document.body, { key });

  expect(takeTyped()).toBe("crear en");
  expect(page).not.toHaveBeenCalled();
  fireEvent.keyDown(document.body, { key: "z" });
  expect(takeTyped()).toBe("");
  expect(page).toHaveBeenCalledTimes(1);
  document.removeEventListener("keydown", page);
});

test("each wish is counted, so that the second opens it too", () => {
  const before = paletteWishes.get();
  openPalette();
  takeTyped();
  openPalette();
  takeTyped();

  expect(paletteWishes.get()).toBe(before + 2);
});
