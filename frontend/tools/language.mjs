/**
 * Holds the words: both catalogues have the same keys and every plural category of their language, every key that the
 * source names exists, and no component holds words of its own.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const LANGUAGES = ["es", "en"];
const SUFFIX = /_(zero|one|two|few|many|other)$/;
const SPOKEN = new Set(["label", "title", "placeholder", "aria-label", "alt", "description", "message"]);

function* files(folder, pattern) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* files(path, pattern);
    else if (pattern.test(name) && !name.includes(".test.")) yield path;
  }
}

export function catalogue(language) {
  return JSON.parse(readFileSync(join(root, `src/i18n/locales/${language}/core.json`), "utf8"));
}

export function flat(words, prefix = "") {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === "string" ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`),
  );
}

const variables = (text) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name).sort();

/** What the two catalogues disagree about. */
export function differences() {
  const found = [];
  const keys = LANGUAGES.map((language) => new Map(flat(catalogue(language))));
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

/** Words outside the catalogues, and keys that are in none. */
export function strays() {
  const all = flat(catalogue("es")).map(([key]) => key);
  const known = new Set([...all, ...all.map((key) => key.replace(SUFFIX, ""))]);
  const found = [];
  for (const file of files(join(root, "src"), /\.tsx?$/)) inspect(file, known, all, found);
  return found;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const found = [...differences(), ...strays()];
  for (const line of found) console.error(line);
  if (found.length) process.exit(1);
}
