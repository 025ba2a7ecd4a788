import type { QueryClient } from "@tanstack/react-query";
import { forgetSeen } from "@/api/seeing";
import { dropDrafts } from "@/lib/drafts";
import { signOut } from "./session";

/** Ends the session and forgets everything that was read and written with it. */
export async function leave(client: QueryClient): Promise<void> {
  await signOut();
  client.clear();
  forgetSeen();
  await dropDrafts();
  location.assign("/sign-in");
}
