import "./theme/fonts.css";
import "./theme/components.css";
import "./theme/global.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ApiProblem } from "./api/problems";
import { App } from "./app/App";
import { initialLanguage, startLanguage } from "./i18n/i18n";

/** A refusal is told by the page that catches it, and the console has the failed request; all else is a fault of ours. */
const onCaughtError = (error: unknown) => {
  if (!(error instanceof ApiProblem)) console.error(error);
};

startLanguage(initialLanguage()).then(() => {
  const root = document.getElementById("root");
  if (root)
    createRoot(root, { onCaughtError }).render(
      <StrictMode>
        <App />
      </StrictMode>,
    );
});
