import { loadWords } from "@/i18n/i18n";

/** One refused field; `field` is a path such as `emails.0.value`. */
export interface FieldError {
  field: string;
  code: string;
  message: string;
}

/** A refusal of the API (RFC 9457), or of the network when `status` is 0. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly requestId: string | undefined;
  readonly errors: readonly FieldError[];
  readonly retryAfter: number | undefined;
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(status: number, body: Record<string, unknown> = {}, retryAfter?: number) {
    super(String(body.detail ?? body.title ?? body.code ?? status));
    this.name = "ApiProblem";
    this.status = status;
    this.code = typeof body.code === "string" ? body.code : status === 0 ? "offline" : "unexpected";
    this.requestId = typeof body.request_id === "string" ? body.request_id : undefined;
    this.errors = Array.isArray(body.errors) ? (body.errors as FieldError[]) : [];
    this.retryAfter = retryAfter;
    this.extra = body;
  }
}

/** Reads a refusal, and brings the words for it; an answer that is not a problem document keeps its status. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const wait = Number(response.headers.get("Retry-After"));
  const [body] = await Promise.all([response.json().catch(() => ({})), loadWords("problems").catch(() => undefined)]);
  return new ApiProblem(response.status, body, Number.isFinite(wait) && wait > 0 ? wait : undefined);
}
