import { useMe } from "@/api/me";
import { useAgreed } from "@/api/objects";
import type { Seeker } from "./places";

/** Whoever is signed in, as places are looked for by them. */
export const useSeeker = (): Seeker => ({ me: useMe(), agreed: useAgreed() });
