import "./theme/fonts.css";
import "./theme/components.css";
import "./theme/global.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { initialLanguage, startLanguage } from "./i18n/i18n";

startLanguage(initialLanguage()).then(() => {
  const root = document.getElementById("root");
  if (root)
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    );
});
