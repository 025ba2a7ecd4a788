/** Where somebody wants to be again who left to make something: from below which address, where to, what that is called. */
export interface WayBack {
  from: string;
  to: "/campaigns/new";
  label: string;
}

let way: WayBack | null = null;

export const leaveFor = (next: WayBack) => {
  way = next;
};
export const arrive = () => {
  way = null;
};
/** The way back from a page, if somebody left another for it. */
export const wayBackFrom = (path: string) => (way && path.startsWith(way.from) ? way : null);
