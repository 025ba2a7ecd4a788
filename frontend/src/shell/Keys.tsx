import { Kbd } from "@mantine/core";
import { Fragment } from "react";
import { useWords } from "@/i18n/useWords";

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);
const SIGNS: Record<string, string> = {
  mod: isMac ? "⌘" : "Ctrl",
  shift: "⇧",
  Enter: "↵",
  Escape: "Esc",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
};

/** Keys as they are written on a keyboard: together, or one after the other. */
export function Keys({ of }: { of: string }) {
  const { t } = useWords();
  const sign = (part: string) =>
    part === "Space" ? t("keys.space") : (SIGNS[part] ?? (part.length === 1 ? part.toUpperCase() : part));
  return (
    <span style={{ whiteSpace: "nowrap" }}>
      {of.split(" ").map((stroke, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same key may come twice
        <Fragment key={place}>
          {place > 0 && " "}
          <Kbd size="xs">
            {(stroke || "Space")
              .split(/\+(?=.)/)
              .map(sign)
              .join(" ")}
          </Kbd>
        </Fragment>
      ))}
    </span>
  );
}
