import { Text, Typography } from "@mantine/core";
import { createElement, type ReactNode } from "react";
import { inputOf } from "./inputOf";
import type { DisplayProps, FieldKit } from "./kit";

/** What a text may be made of; whatever else it held shows its words only. The API has cleaned it once already. */
const ELEMENTS = new Set(
  "p br b strong i em u s h1 h2 h3 h4 ul ol li blockquote code pre a hr".toUpperCase().split(" "),
);
const UNSEEN = new Set(["SCRIPT", "STYLE", "TEMPLATE"]);
const ADDRESS = /^(https?:|mailto:|tel:)/i;

function drawn(node: Node, key: number): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof Element) || UNSEEN.has(node.tagName)) return null;
  const inside = [...node.childNodes].map(drawn);
  if (!ELEMENTS.has(node.tagName)) return inside;
  const href = node.tagName === "A" ? (node.getAttribute("href") ?? "") : "";
  const link = ADDRESS.test(href) ? { href, target: "_blank", rel: "noopener noreferrer nofollow" } : {};
  return createElement(node.tagName.toLowerCase(), { key, ...link }, ...inside);
}

function parsed(html: string): HTMLElement {
  return new DOMParser().parseFromString(html, "text/html").body;
}

function Display({ value, short }: DisplayProps<string>) {
  const body = parsed(value);
  if (short)
    return (
      <Text span inherit truncate="end">
        {body.textContent}
      </Text>
    );
  return <Typography>{[...body.childNodes].map(drawn)}</Typography>;
}

export const richText: FieldKit<string> = {
  display: Display,
  input: inputOf("rich_text"),
  commit: "button",
  isLong: true,
  width: 260,
};
