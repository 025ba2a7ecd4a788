import type { LinkProps } from "@tanstack/react-router";
import type { Metric } from "@/api/alarms";

const MAILS = ["sent", "delivered", "opened", "clicked", "bounced", "complained", "unsubscribed"];

/** Where the records behind a number are. */
export function behind({ source, of, figure }: Metric): LinkProps | null {
  if (source === "segments")
    return { to: "/segments/$id", params: { id: of }, search: { tab: "members" } } as LinkProps;
  if (source === "campaigns") {
    const state = figure.replace(/_rate$/, "");
    if (MAILS.includes(state))
      return { to: "/campaigns/$id/people", params: { id: of }, search: { state } } as LinkProps;
    if (figure === "cost") return { to: "/records/$plural/$id", params: { plural: "campaigns", id: of } } as LinkProps;
    return { to: "/campaigns/$id/sales", params: { id: of }, search: { model: "last", window: 30 } } as LinkProps;
  }
  if (source === "automations") {
    const state = ["failed", "finished"].find((one) => one === figure);
    return {
      to: "/automations/$id",
      params: { id: of },
      search: { tab: "runs", ...(state ? { state } : {}) },
    } as LinkProps;
  }
  if (source === "reputation") return { to: "/settings/marketing" } as LinkProps;
  if (source !== "records") return null;
  const [field, option] = figure.split(":");
  const filter = option && option !== "*" ? { filter: { field, op: "eq", value: option } } : {};
  return { to: "/records/$plural", params: { plural: of }, search: filter } as LinkProps;
}
