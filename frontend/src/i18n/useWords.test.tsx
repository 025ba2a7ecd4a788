import { act, render, screen } from "@testing-library/react";
import { Suspense } from "react";
import { afterAll, expect, test } from "vitest";
import { changeLanguage, loadWords, NAMESPACES, startLanguage } from "./i18n";
import { useWords } from "./useWords";

function Heading() {
  return <h1>{useWords("records").t("comments.title")}</h1>;
}

afterAll(async () => {
  await startLanguage("es");
  await loadWords(...NAMESPACES);
});

test("what is drawn before its words have come waits for them, and speaks the language that is chosen later", async () => {
  await startLanguage("en");
  await act(async () => {
    render(
      <Suspense fallback={<p>…</p>}>
        <Heading />
      </Suspense>,
    );
  });

  expect(await screen.findByRole("heading", { name: "Comments" })).toBeVisible();
  await act(() => changeLanguage("es"));
  expect(screen.getByRole("heading", { name: "Comentarios" })).toBeVisible();
});
