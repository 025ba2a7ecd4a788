import { createContext } from "react";
import type { Counts } from "@/api/automations";
import type { CompiledObject } from "@/metadata/compile";

/** What every part of the page needs to know. */
export interface Page {
  id: string;
  object: CompiledObject;
  errors: Record<string, string>;
  mayWrite: boolean;
  counts: Counts | undefined;
}

export const PageContext = createContext<Page>({} as Page);
