/**
 * Puts modules that pages need together into one file, so that a page is a score of requests and not a hundred.
 *
 * The bundler alone makes a file for every set of pages that share something: hundreds, most of a kilobyte. Here such
 * files are joined, two at a time, as long as the requests that pages are spared are worth more than the bytes that
 * others get in vain. What every page needs is two files, of which the form needs one. Pages
 * and words stay alone, for they are asked for by name. No join closes a circle of imports: it would have no order to
 * run in.
 */
import { brotliCompressSync, constants } from "node:zlib";
import { ROUTES, words } from "./routes.mjs";

/** What a request is worth in bytes; more on the pages that somebody sees first, most of all a list. */
const REQUEST = 600;
const FIRST = { list: 8, "list on a phone": 8, today: 4, record: 4, board: 4 };
/** What a page may get in vain at most: less than joining spares it, for files are packed the better the larger they are. */
const MOST_IN_VAIN = 8_000;

/**
 * Returns the file, by its name, that each module goes to; modules without one stay as the bundler has them.
 *
 * @param {{ name: string, source: string | null, imports: string[], modules: string[], code: string }[]} chunks what
 *   the bundler makes alone; `source` is the file of the portal by which a chunk is asked for, if it is
 * @returns {Map<string, string>}
 */
export function bundlesOf(chunks) {
  const groups = joined(groupsOf(chunks));
  return new Map(
    groups.flatMap((group, at) =>
      group.chunks.length > 1
        ? group.chunks.flatMap((chunk) => chunk.modules.map((module) => [module, `bundle${at}`]))
        : [],
    ),
  );
}

/** Chunks as groups of one, but for what every page needs; each with the pages that need it and what it imports. */
function groupsOf(chunks) {
  const needs = closures(chunks);
  const entry = needs(["index.html"]);
  const form = needs(["form.html"]);
  const pages = Object.entries(ROUTES).map(([name, sources]) => ({
    weight: FIRST[name] ?? 1,
    chunks: needs(["index.html", words("core"), ...sources]),
  }));
  const groups = new Map();
  for (const chunk of chunks) {
    const isShared = !chunk.source && entry.has(chunk);
    const key = isShared ? (form.has(chunk) ? "entry and form" : "entry") : chunk.name;
    const group = groups.get(key) ?? { chunks: [], size: 0, imports: new Set(), isOpen: !isShared && !chunk.source };
    group.chunks.push(chunk);
    group.size += brotliCompressSync(chunk.code, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
    groups.set(key, group);
  }
  const list = [...groups.values()];
  const groupOf = new Map(list.flatMap((group) => group.chunks.map((chunk) => [chunk.name, group])));
  for (const group of list) {
    group.pages = pages.map((page) => group.chunks.some((chunk) => page.chunks.has(chunk)));
    for (const chunk of group.chunks)
      for (const name of chunk.imports) if (groupOf.get(name) !== group) group.imports.add(groupOf.get(name));
  }
  return { groups: list, weights: pages.map((page) => page.weight) };
}

/** Joins the two groups that gain most by it, again and again, until none gains. */
function joined({ groups, weights }) {
  const inVain = weights.map(() => 0);
  const open = groups.filter(({ isOpen, pages }) => isOpen && pages.includes(true));
  const gains = new Map(open.map((group) => [group, new Map()]));
  const reckon = (one, other) => {
    gains.get(one).set(other, gain(one, other, weights, inVain));
  };
  for (const [at, one] of open.entries()) for (const other of open.slice(at + 1)) reckon(one, other);
  for (;;) {
    const [one, other] = best(gains);
    if (!one) return groups.filter(({ chunks }) => chunks.length > 0);
    if (isCircle(one, other)) {
      gains.get(one).delete(other);
      continue;
    }
    one.pages.forEach((has, page) => {
      if (has !== other.pages[page]) inVain[page] += has ? other.size : one.size;
    });
    join(one, other, groups);
    gains.delete(other);
    for (const [group, row] of gains) {
      row.delete(other);
      if (row.has(one)) reckon(group, one);
    }
    for (const group of gains.get(one).keys()) reckon(one, group);
  }
}

/** What a join spares all pages, in bytes; nothing when one of them would get too much in vain. */
function gain(one, other, weights, inVain) {
  let sum = 0;
  for (let page = 0; page < weights.length; page++) {
    if (one.pages[page] && other.pages[page]) sum += weights[page] * REQUEST;
    else if (one.pages[page] || other.pages[page]) {
      const vain = one.pages[page] ? other.size : one.size;
      if (inVain[page] + vain > MOST_IN_VAIN) return 0;
      sum -= vain;
    }
  }
  return sum;
}

function best(gains) {
  let most = 0;
  let found = [];
  for (const [one, row] of gains)
    for (const [other, value] of row)
      if (value > most) {
        most = value;
        found = [one, other];
      }
  return found;
}

/** Whether one of the two imports the other by way of a third. */
function isCircle(one, other) {
  const leads = (from, to) => {
    const seen = new Set([from]);
    const next = [...from.imports].filter((group) => group !== to);
    while (next.length > 0) {
      const group = next.pop();
      if (group === to) return true;
      if (seen.has(group)) continue;
      seen.add(group);
      next.push(...group.imports);
    }
    return false;
  };
  return leads(one, other) || leads(other, one);
}

/** Puts the second group into the first. */
function join(one, other, groups) {
  one.chunks.push(...other.chunks.splice(0));
  one.size += other.size;
  one.pages = one.pages.map((has, page) => has || other.pages[page]);
  for (const group of other.imports) one.imports.add(group);
  one.imports.delete(one);
  one.imports.delete(other);
  for (const group of groups) if (group.imports.delete(other) && group !== one) group.imports.add(one);
}

/** Returns what a page needs, from the sources it is asked for by. */
function closures(chunks) {
  const byName = new Map(chunks.map((chunk) => [chunk.name, chunk]));
  const bySource = new Map(chunks.map((chunk) => [chunk.source, chunk]));
  return (sources) => {
    const found = new Set();
    const visit = (chunk) => {
      if (!chunk || found.has(chunk)) return;
      found.add(chunk);
      for (const name of chunk.imports) visit(byName.get(name));
    };
    for (const source of sources) visit(bySource.get(source));
    return found;
  };
}
