import type { Label } from "./types";

export type Reason =
  | "no_address"
  | "unreachable"
  | "no_consent"
  | "pending"
  | "unsubscribed"
  | "objected"
  | "bounced"
  | "complained"
  | "excluded"
  | "capped"
  | "quiet_hours"
  | "blocked"
  | "erased"
  | "deleted";
export type Channel = "email" | "sms" | "messaging" | "phone" | "post";
export type Basis = "consent" | "soft_opt_in" | "legitimate_interest";
type Held = Basis | "double_opt_in" | "service" | "unsubscribed" | "objected" | "bounced";

/** What holds for one purpose and channel, and whether the firm may write now. */
export interface Standing {
  purpose: string;
  label: Label;
  channel: Channel;
  state: "withdrawn" | "granted" | "soft_opt_in" | "pending" | "none";
  basis: Held | null;
  at: string | null;
  allowed: boolean;
  reason: Reason | null;
  not_before: string | null;
}

/** One decision, as the ledger keeps it. */
export interface LedgerEntry {
  id: string;
  record: string;
  decision: "given" | "asked" | "withdrawn" | "released";
  state: string;
  basis: Held;
  purpose: string;
  channel: Channel;
  at: string;
  actor: string;
  source: string | null;
  given_at: string | null;
  text: string | null;
  text_hash: string | null;
  text_version: number | null;
  ip: string | null;
  proof: string | null;
  mid: string | null;
  facts: string[];
}

export interface Consents {
  standing: Standing[];
  items: LedgerEntry[];
  next_cursor: string | null;
}

/** What somebody notes about a person: a permission with what it rests on, a question by mail, a refusal. */
export interface ConsentDecision {
  decision: "give" | "ask" | "withdraw";
  purpose?: string;
  channel?: Channel;
  basis?: Basis;
  source?: string;
  at?: string;
  proof?: string;
  facts?: Record<string, boolean>;
}
