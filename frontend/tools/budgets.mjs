/** Measures what each route makes a browser download, against the budgets of the project; Node's own Brotli. */
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

const dist = resolve(dirname(fileURLToPath(import.meta.url)), "../dist");
const manifest = JSON.parse(readFileSync(join(dist, ".vite/manifest.json"), "utf8"));
const LIMITS = { entry: 175_000, route: 270_000 };

/** Chunks that a page brings beside its entry: the frame, then the page, then what the page loads at once. */
const SHELL = "src/app/staffShell.tsx";
const WORDS = "src/i18n/locales/es/core.json";
const ROUTES = {
  "sign in, sign up": ["src/app/authPages.tsx"],
  today: [SHELL, "src/features/today/TodayPage.tsx"],
  list: [SHELL, "src/app/listPage.tsx", "src/kit/RecordList.tsx"],
  board: [SHELL, "src/app/listPage.tsx", "src/kit/Board.tsx"],
  record: [SHELL, "src/app/recordPage.tsx"],
  import: [SHELL, "src/app/importPages.tsx"],
  imports: [SHELL, "src/kit/import/ImportsPage.tsx"],
  team: [SHELL, "src/admin/TeamPage.tsx"],
};

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
for (const [name, keys] of Object.entries(ROUTES)) tell(name, total(["index.html", WORDS, ...keys]), LIMITS.route);
if (isOver) process.exit(1);
