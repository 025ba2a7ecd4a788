/** Days that stand for moments in a filter: a bare time is the reader's own, and "until a day" includes the day. */
const END = "T23:59:59";
const START = "T00:00:00";

/** What each operand of an operator is, when people say a day and mean a moment. */
export function momentOf(op: string, day: string, place = 0): string {
  const isEnd = op === "gt" || op === "lte" || (op.endsWith("between") && place === 1);
  return day + (isEnd ? END : START);
}

export const dayOf = (moment: unknown): string | null =>
  typeof moment === "string" && moment ? moment.slice(0, 10) : null;
