import type { ReactNode } from "react";

/** The first of several values, and how many more there are: a cell that shows one must not read as if it were all. */
export function WithMore({ more, children }: { more: number; children: ReactNode }) {
  if (more < 1) return children;
  return (
    <span className="withMore">
      {children}
      <span className="more numbers">{`+${more}`}</span>
    </span>
  );
}
