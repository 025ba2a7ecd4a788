/**
 * Holds the words: both languages have the same keys and every plural category of theirs, every key that the source
 * names exists where it is looked for, and no component holds words of its own.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const LANGUAGES = ["es", "en"];
/** The words that every page has, and those that come with what stands below some folders only. */
const NAMESPACES = {
  core: "src",
  problems: "src/kit",
  session: "src/session",
  today: ["src/features/today", "src/features/onboarding"],
  lists: ["src/kit/board", "src/kit/calendar", "src/kit/views", "src/kit/bulk", "src/kit/export", "src/app"],
  filters: "src/kit/filters",
  records: ["src/kit/record", "src/kit/merge", "src/features/sales"],
  imports: "src/kit/import",
  jobs: ["src/kit/jobs", "src/kit/trash", "src/kit/export"],
  admin: "src/admin",
  card: "src/features/card",
  actionRules: "src/features/card/rules",
  consent: "src/features/consent",
  checks: "src/kit/checks",
  templates: "src/features/templates",
  segments: "src/features/segments",
  campaigns: "src/features/campaigns",
  automations: "src/features/automations",
  worth: "src/features/automations/value",
  plans: "src/features/automations/plan",
  costs: ["src/kit/costs", "src/features/campaigns", "src/features/automations"],
  forms: "src/features/forms",
  sharedLists: ["src/kit/share", "src/features/sharedLists"],
  marketing: "src/features/marketing",
  webhooks: "src/features/webhooks",
  alarms: ["src/features/alarms", "src/kit/alarms", "src/shell/notifications"],
  failures: ["src/admin/failures", "src/shell/notifications"],
  formPage: "src/features/publicForm",
};
const SUFFIX = /_(zero|one|two|few|many|other)$/;
const SPOKEN = new Set(["label", "title", "placeholder", "aria-label", "alt", "description", "message"]);

function* files(folder, pattern) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* files(path, pattern);
    else if (pattern.test(name) && !name.includes(".test.")) yield path;
  }
}

export function catalogue(language, namespace = "core") {
  return JSON.parse(readFileSync(join(root, `src/i18n/locales/${language}/${namespace}.json`), "utf8"));
}

export function flat(words, prefix = "") {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === "string" ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`),
  );
}

const variables = (text) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name).sort();

/** What the two languages disagree about, and words that would hide those of the same name in core. */
export function differences() {
  const core = new Set(flat(catalogue("es")).map(([key]) => key));
  const others = Object.keys(NAMESPACES).filter((namespace) => namespace !== "core");
  const hiding = others.flatMap((namespace) =>
    flat(catalogue("es", namespace)).flatMap(([key]) => (core.has(key) ? `${key}: in core and in ${namespace}` : [])),
  );
  return [...Object.keys(NAMESPACES).flatMap(differencesOf), ...hiding];
}

function differencesOf(namespace) {
  const found = [];
  const keys = LANGUAGES.map((language) => new Map(flat(catalogue(language, namespace))));
  const bases = keys.map((map) => new Set([...map.keys()].map((key) => key.replace(SUFFIX, ""))));
  for (const [at, language] of LANGUAGES.entries()) {
    const other = bases[1 - at];
    for (const base of bases[at]) if (!other.has(base)) found.push(`${base}: only in ${language}`);
    const plural = new Set(
      [...keys[at].keys()].filter((key) => key.endsWith("_other")).map((key) => key.replace(SUFFIX, "")),
    );
    for (const base of plural)
      for (const category of new Intl.PluralRules(language).resolvedOptions().pluralCategories)
        if (!keys[at].has(`${base}_${category}`)) found.push(`${base}_${category}: missing in ${language}`);
    for (const [key, text] of keys[at]) if (!text.trim()) found.push(`${key}: empty in ${language}`);
  }
  for (const [key, text] of keys[0]) {
    const other = keys[1].get(key);
    if (other !== undefined && variables(text).join() !== variables(other).join())
      found.push(`${key}: other variables in each language`);
  }
  return found;
}

function inspect(file, known, roots, found) {
  const text = readFileSync(file, "utf8");
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const at = (node) => `${relative(root, file)}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
  const visit = (node) => {
    if (ts.isJsxText(node) && /\p{L}/u.test(node.text)) found.push(`${at(node)}: words in JSX: ${node.text.trim()}`);
    if (
      ts.isJsxAttribute(node) &&
      SPOKEN.has(node.name.getText()) &&
      node.initializer &&
      ts.isStringLiteral(node.initializer)
    )
      if (/\p{L}/u.test(node.initializer.text)) found.push(`${at(node)}: words in ${node.name.getText()}`);
    if (ts.isCallExpression(node) && /(^|\.)t$/.test(node.expression.getText()) && node.arguments[0]) {
      const named = ts.isConditionalExpression(node.arguments[0])
        ? [node.arguments[0].whenTrue, node.arguments[0].whenFalse]
        : [node.arguments[0]];
      for (const key of named) {
        if (ts.isStringLiteralLike(key) && !known.has(key.text)) found.push(`${at(key)}: no such key: ${key.text}`);
        if (ts.isTemplateExpression(key) && !roots.some((one) => one.startsWith(key.head.text)))
          found.push(`${at(key)}: no key begins with: ${key.head.text}`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}

/** The namespaces that a file asks for; nothing for one that is given its words by whoever calls it. */
function askedFor(text) {
  const calls = [...text.matchAll(/\buseWords\((?:"(\w+)")?\)/g)];
  return calls.length ? new Set(["core", ...calls.map(([, namespace]) => namespace)]) : undefined;
}

/** Words outside the catalogues, and keys that are in none. */
export function strays() {
  const found = [];
  const known = Object.entries(NAMESPACES).map(([namespace, folders]) => {
    const keys = flat(catalogue("es", namespace)).map(([key]) => key);
    const below = [folders].flat().map((folder) => join(root, folder) + sep);
    return { namespace, below, keys: [...keys, ...keys.map((key) => key.replace(SUFFIX, ""))] };
  });
  for (const file of files(join(root, "src"), /\.tsx?$/)) {
    const asked = askedFor(readFileSync(file, "utf8"));
    const own = known.flatMap(({ namespace, below, keys }) =>
      below.some((folder) => file.startsWith(folder)) && (!asked || asked.has(namespace)) ? keys : [],
    );
    inspect(file, new Set(own), own, found);
  }
  return found;
}

/** Styles that look at the language: colours are looked at in one language, for both. */
export function partialities() {
  return [...files(join(root, "src"), /\.css$/)]
    .filter((file) => /:lang\(|\[lang\b/.test(readFileSync(file, "utf8")))
    .map((file) => `${relative(root, file)}: a style that looks at the language`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const found = [...differences(), ...strays(), ...partialities()];
  for (const line of found) console.error(line);
  if (found.length) process.exit(1);
}
