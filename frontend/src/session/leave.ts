import type { QueryClient } from "@tanstack/react-query";
import { signOut } from "./session";

/** Ends the session and forgets everything that was read with it. */
export async function leave(client: QueryClient): Promise<void> {
  await signOut();
  client.clear();
  location.assign("/sign-in");
}
