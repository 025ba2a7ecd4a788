import { createContext, type ReactNode, use, useMemo } from "react";
import { userName, useUsers } from "@/api/users";
import { useFormats } from "./useFormats";

/** What the values of a big list are read with, looked up once for all of its cells. */
export interface Reading {
  formats: ReturnType<typeof useFormats>;
  nameOfUser(id: string): string;
}

export const ReadingContext = createContext<Reading | null>(null);

export function ReadingProvider({ children }: { children: ReactNode }) {
  const formats = useFormats();
  const users = useUsers();
  const reading = useMemo(() => {
    const names = new Map(users.map((user) => [user.id, userName(user)]));
    return { formats, nameOfUser: (id: string) => names.get(id) ?? "" };
  }, [formats, users]);
  return <ReadingContext value={reading}>{children}</ReadingContext>;
}

/** How a value is written, as the list around it has looked up already, or as one asks for oneself. */
export function useReadFormats(): Reading["formats"] {
  const reading = use(ReadingContext);
  // biome-ignore lint/correctness/useHookAtTopLevel: a value stands in such a list for all its life, or never does
  return reading?.formats ?? useFormats();
}
