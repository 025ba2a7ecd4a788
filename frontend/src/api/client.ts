/**
 * The one door to the API. Every call carries the access token; a 401 refreshes the session once and repeats the call;
 * a 429 or 503 waits as told and repeats it when that is safe; whatever else is refused is thrown as an `ApiProblem`.
 */
import createClient from "openapi-fetch";
import { accessToken, refresh } from "@/session/session";
import type { paths } from "./paths";
import { ApiProblem, problemOf } from "./problems";
import { markAsSeen } from "./seeing";

const LONGEST_WAIT = 5;

async function send(request: Request): Promise<Response> {
  const bearer = await accessToken();
  const attempt = request.clone();
  if (!markAsSeen(attempt)) throw new ApiProblem(403, { code: "looking_only" });
  if (bearer) attempt.headers.set("Authorization", `Bearer ${bearer}`);
  try {
    return await fetch(attempt);
  } catch (reason) {
    if (reason instanceof DOMException && reason.name === "AbortError") throw reason;
    throw new ApiProblem(0);
  }
}

function isRepeatable(request: Request): boolean {
  return request.method === "GET" || request.headers.has("Idempotency-Key") || request.headers.has("If-Match");
}

async function answer(request: Request): Promise<Response> {
  let response = await send(request);
  if (response.status === 401 && (await refresh())) response = await send(request);
  if ((response.status === 429 || response.status === 503) && isRepeatable(request)) {
    const wait = Number(response.headers.get("Retry-After") ?? 1);
    if (wait <= LONGEST_WAIT) {
      await new Promise((resolve) => setTimeout(resolve, wait * 1000));
      response = await send(request);
    }
  }
  if (!response.ok && response.status !== 304) throw await problemOf(response);
  return response;
}

export const api = createClient<paths>({ baseUrl: globalThis.location?.origin ?? "", fetch: answer });

/** Unwraps an answer; a refusal was thrown before it came here. */
export async function body<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T;
}

/** A key that makes a POST safe to repeat: one a form, kept through its retries. */
export const idempotencyKey = () => crypto.randomUUID();
