interface Placed {
  id: string;
  version: number;
  priority: number;
}

const STEP = 10;

/** Which rules change their priority when one goes to another place: itself alone where there is room between its new neighbours. */
export function moved<T extends Placed>(rules: readonly T[], from: number, to: number): T[] {
  const rule = rules[from];
  if (!rule || to < 0 || to >= rules.length || from === to) return [];
  const others = rules.filter((_, place) => place !== from);
  const before = others[to - 1]?.priority ?? -1;
  const after = others[to]?.priority ?? before + 2 * STEP;
  const between = Math.floor((before + after) / 2);
  if (between > before && between < after) return [{ ...rule, priority: between }];
  const ordered = [...others.slice(0, to), rule, ...others.slice(to)];
  return ordered
    .map((one, place) => ({ ...one, priority: (place + 1) * STEP }))
    .filter((one) => rules.find((known) => known.id === one.id)?.priority !== one.priority);
}
