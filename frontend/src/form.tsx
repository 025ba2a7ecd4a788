/** The page of a form: a document of its own, without the portal, its session or its weight. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { openForm } from "./features/publicForm/api";
import { FormPage } from "./features/publicForm/FormPage";
import { isFramed } from "./features/publicForm/frame";
import { GonePage } from "./features/publicForm/GonePage";
import { bringWords } from "./features/publicForm/words";

async function start(place: HTMLElement): Promise<void> {
  document.documentElement.dataset.framed = String(isFramed);
  const root = createRoot(place);
  const token = location.pathname.split("/")[2] ?? "";
  try {
    const form = await openForm(token);
    const words = await bringWords(form.language);
    root.render(
      <StrictMode>
        <FormPage token={token} form={form} words={words} />
      </StrictMode>,
    );
  } catch (problem) {
    const words = await bringWords(navigator.language.startsWith("es") ? "es" : "en");
    root.render(<GonePage problem={problem} words={words} />);
  }
}

const place = document.getElementById("root");
if (place) start(place);
