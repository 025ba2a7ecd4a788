/** Measures what each route makes a browser download, against the budgets of the project; Node's own Brotli. */
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { LIMITS, ROUTES, words } from "./routes.mjs";

const dist = resolve(process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), "../dist"));
const manifest = JSON.parse(readFileSync(join(dist, ".vite/manifest.json"), "utf8"));

const sizes = new Map();
function size(file) {
  if (!sizes.has(file)) sizes.set(file, brotliCompressSync(readFileSync(join(dist, file))).length);
  return sizes.get(file);
}

function filesOf(key, found = new Set()) {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`${key} is not in the build`);
  if (found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const sheet of chunk.css ?? []) found.add(sheet);
  for (const imported of chunk.imports ?? []) filesOf(imported, found);
  return found;
}

const total = (keys) =>
  [...keys.reduce((found, key) => filesOf(key, found), new Set())].reduce((sum, file) => sum + size(file), 0);

let isOver = false;
function tell(name, bytes, limit) {
  const verdict = bytes > limit ? "OVER" : "ok";
  isOver ||= bytes > limit;
  console.log(`${name.padEnd(18)} ${(bytes / 1000).toFixed(1).padStart(7)} kB br  of ${limit / 1000}  ${verdict}`);
}

tell("entry", total(["index.html"]), LIMITS.entry);
for (const [name, keys] of Object.entries(ROUTES))
  tell(name, total(["index.html", words("core"), ...keys]), LIMITS.route);
tell("form, as it is sent", total(["form.html", "src/i18n/locales/es/formPage.json"]), LIMITS.form);
if (isOver) process.exit(1);
