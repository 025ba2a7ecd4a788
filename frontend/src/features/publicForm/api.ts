import { ApiProblem, problemOf } from "@/api/problems";
import type { Answer } from "@/api/types";

export type PublicForm = Answer<"/v1/public/forms/{token}", "get">;
export type Asked = PublicForm["fields"][number];
export type Thanks = Answer<"/v1/public/forms/{token}", "post">;
/** What somebody typed, by field; a choice of several is a list. */
export type Typed = Record<string, string | boolean | string[]>;

/** What is sent before a person could have read it is taken for a machine's; a browser that fills in is as quick. */
const SLOWEST_MACHINE = 2_500;
const UTM = ["utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content"];
const LONGEST = 500;

let openedAt = 0;

async function call(token: string, init?: RequestInit): Promise<unknown> {
  let answer: Response;
  try {
    answer = await fetch(`/v1/public/forms/${encodeURIComponent(token)}`, { credentials: "omit", ...init });
  } catch {
    throw new ApiProblem(0);
  }
  if (!answer.ok) throw await problemOf(answer);
  return answer.json();
}

export async function openForm(token: string): Promise<PublicForm> {
  const form = (await call(token)) as PublicForm;
  openedAt = performance.now();
  return form;
}

/** What the address of the page says of where its reader comes from; the page around a frame tells its own. */
export function told(): Record<string, string> {
  const said = new URLSearchParams(location.search);
  const found: Record<string, string> = {};
  for (const name of [...UTM, "page"]) {
    const value = said.get(name);
    if (value) found[name] = value.slice(0, LONGEST);
  }
  found.page ??= (document.referrer || location.origin + location.pathname).slice(0, LONGEST);
  return found;
}

function sendable({ type }: Asked, raw: Typed[string] | undefined): unknown {
  if (typeof raw !== "string") return raw;
  const text = raw.trim();
  if (!text) return undefined;
  if (type === "integer" || type === "number") {
    const number = Number(text.replace(",", "."));
    return Number.isFinite(number) ? number : text;
  }
  if (type === "url" && !/^[a-z]+:/i.test(text)) return `https://${text}`;
  return text;
}

interface Sending {
  typed: Typed;
  agreed: boolean;
  trap: string;
}

/** Sends a form. A ticket that was over when somebody came back to an open page is replaced by a new one, once. */
export async function sendForm(token: string, form: PublicForm, { typed, agreed, trap }: Sending): Promise<Thanks> {
  const values = Object.fromEntries(form.fields.map((field) => [field.name, sendable(field, typed[field.name])]));
  const send = async (ticket: string) => {
    const early = openedAt + SLOWEST_MACHINE - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    const body = JSON.stringify({ ...told(), ticket, values, agreed, [form.trap]: trap });
    return (await call(token, { method: "POST", headers: { "Content-Type": "application/json" }, body })) as Thanks;
  };
  try {
    return await send(form.ticket);
  } catch (problem) {
    if (!(problem instanceof ApiProblem) || problem.status !== 404) throw problem;
    return send((await openForm(token)).ticket);
  }
}
