import { useEffect, useRef } from "react";
import { ApiProblem } from "@/api/problems";
import { keepHeight } from "./frame";
import classes from "./PublicForm.module.css";
import type { Words } from "./words";

/** Says that there is no form here, or none that can be reached now. */
export function GonePage({ problem, words: { t } }: { problem: unknown; words: Words }) {
  const root = useRef<HTMLElement>(null);
  const isGone = problem instanceof ApiProblem && problem.status === 404;
  const title = t(isGone ? "formPage.gone" : "formPage.unreached");
  useEffect(() => {
    document.title = title;
    return root.current ? keepHeight(root.current) : undefined;
  }, [title]);
  return (
    <main ref={root} className={classes.page}>
      <h1>{title}</h1>
      <p>{t(isGone ? "formPage.goneText" : "formPage.unreachedText")}</p>
      {!isGone && (
        <button type="button" className={classes.send} onClick={() => location.reload()}>
          {t("formPage.again")}
        </button>
      )}
    </main>
  );
}
