import "@testing-library/jest-dom/vitest";
import { cleanup } from "@testing-library/react";
import { afterEach, beforeAll, vi } from "vitest";
import { loadWords, NAMESPACES, startLanguage } from "@/i18n/i18n";

beforeAll(async () => {
  await startLanguage("es");
  await loadWords(...NAMESPACES);
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

// jsdom has neither; Mantine asks for both.
window.matchMedia ??= (query: string) =>
  ({
    matches: false,
    media: query,
    addEventListener: () => {},
    removeEventListener: () => {},
  }) as unknown as MediaQueryList;
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
Element.prototype.scrollIntoView ??= () => {};
