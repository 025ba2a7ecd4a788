import type { User } from "@/api/types";
import { userName } from "@/api/users";
import { fold } from "@/lib/locale";

/** Which of the users are shown. */
export type Shown = "active" | "inactive" | "invitations";

/** The users whose name, address, role or team holds every word that is looked for, in the order of their names. */
export function found(users: readonly User[], words: string, told: (user: User) => string): User[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  return users
    .filter((user) => {
      const text = fold(`${userName(user)} ${user.email} ${told(user)}`);
      return wanted.every((word) => text.includes(word));
    })
    .toSorted((one, other) => userName(one).localeCompare(userName(other)));
}
