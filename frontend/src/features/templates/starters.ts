/** What a new template begins with, in the language that it will speak. */
import type { Block, Content } from "@/api/templates";
import type { Language } from "@/api/types";

export const STARTERS = ["blank", "welcome", "news", "return"] as const;
export type Starter = (typeof STARTERS)[number];

type Say = (key: string) => string;

const blocks: Record<Starter, (say: Say) => Block[]> = {
  blank: () => [],
  welcome: (say) => [
    { kind: "heading", text: say("heading"), level: 1 },
    { kind: "text", html: say("html") },
    { kind: "button", label: say("button"), url: "" },
  ],
  news: (say) => [
    { kind: "heading", text: say("heading"), level: 1 },
    { kind: "text", html: say("html") },
    { kind: "divider" },
    { kind: "heading", text: say("second"), level: 2 },
    { kind: "text", html: say("secondHtml") },
    { kind: "button", label: say("button"), url: "" },
  ],
  return: (say) => [
    { kind: "heading", text: say("heading"), level: 1 },
    { kind: "text", html: say("html") },
    { kind: "button", label: say("button"), url: "" },
  ],
};

/** `say` gives the words of a starter in `language`. */
export function contentOf(starter: Starter, language: Language, say: Say): Content {
  return {
    language,
    subject: say("subject"),
    preheader: starter === "blank" ? null : say("preheader"),
    blocks: blocks[starter](say),
  };
}
