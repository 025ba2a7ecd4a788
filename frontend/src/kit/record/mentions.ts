/** Mentions as people write them (`@Ana Ruiz`) and as the API keeps them (`@[user id]`). */

export interface Person {
  id: string;
  name: string;
}

const STORED = /@\[([0-9A-Z]{26})\]/g;
const WORD = /(?:^|[\s(])@([\p{L}\d.'-]*(?: [\p{L}\d.'-]*)?)$/u;

/** What is being typed after an `@` just before the caret, and where it begins. */
export function mentionAt(text: string, caret: number): { typed: string; start: number } | null {
  const found = WORD.exec(text.slice(0, caret));
  if (!found) return null;
  const typed = found[1] ?? "";
  return { typed, start: caret - typed.length - 1 };
}

const folded = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The people of whose name any word begins as typed, the best first. */
export function suggested(people: readonly Person[], typed: string, most = 6): Person[] {
  const wanted = folded(typed.trim());
  return people
    .filter(
      ({ name }) =>
        folded(name).startsWith(wanted) ||
        folded(name)
          .split(/\s+/)
          .some((word) => word.startsWith(wanted)),
    )
    .sort((one, other) => Number(folded(other.name).startsWith(wanted)) - Number(folded(one.name).startsWith(wanted)))
    .slice(0, most);
}

/** The text to send: the names of those who were picked become mentions, the longer names first. */
export function toStored(text: string, picked: readonly Person[]): string {
  const longestFirst = [...picked].sort((one, other) => other.name.length - one.name.length);
  return longestFirst.reduce((said, { id, name }) => said.replaceAll(`@${name}`, `@[${id}]`), text);
}

/** The text to read or to correct. */
export function toShown(text: string, people: readonly Person[]): string {
  return text.replace(STORED, (whole, id: string) => {
    const person = people.find((one) => one.id === id);
    return person ? `@${person.name}` : whole;
  });
}

/** The pieces of a stored text, those that mention somebody with their id. */
export function piecesOf(text: string): { text: string; id?: string }[] {
  const pieces: { text: string; id?: string }[] = [];
  let from = 0;
  for (const found of text.matchAll(STORED)) {
    if (found.index > from) pieces.push({ text: text.slice(from, found.index) });
    pieces.push({ text: found[0], id: found[1] as string });
    from = found.index + found[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}
