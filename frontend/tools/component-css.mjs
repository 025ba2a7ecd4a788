/**
 * Writes src/theme/components.css: the style sheets of the Mantine components that the source uses, and of those that
 * they are built on, in Mantine's own order. The sheets of its other packages come with the
 * code that uses them. `--check` only compares.
 */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const core = join(root, "node_modules/@mantine/core");
const target = join(root, "src/theme/components.css");
const others = ["dates", "spotlight", "notifications"];

function* files(folder, pattern) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* files(path, pattern);
    else if (pattern.test(name)) yield path;
  }
}

function importedNames(text, from) {
  const names = [];
  for (const [, list] of text.matchAll(new RegExp(`import\\s*\\{([^}]*)\\}\\s*from\\s*"${from}"`, "g")))
    names.push(
      ...list.split(",").map(
        (part) =>
          part
            .trim()
            .replace(/^type\s+/, "")
            .split(/\s+as\s+/)[0],
      ),
    );
  return names.filter(Boolean);
}

/** The component folders that one component's code reaches. */
function reach(name, seen) {
  const folder = ["components", "utils"].map((kind) => join(core, "esm", kind, name)).find((path) => existsSync(path));
  if (seen.has(name) || !folder) return;
  seen.add(name);
  for (const file of files(folder, /\.mjs$/))
    for (const [, path] of readFileSync(file, "utf8").matchAll(/from "(\.[^"]+)"/g)) {
      const found = /\/esm\/(?:components|utils)\/([A-Z][A-Za-z]+)\//.exec(resolve(dirname(file), path));
      if (found) reach(found[1], seen);
    }
}

const source = [...files(join(root, "src"), /\.tsx?$/)].map((file) => readFileSync(file, "utf8")).join("\n");
const used = new Set(importedNames(source, "@mantine/core"));
const packages = others.filter((name) => source.includes(`"@mantine/${name}"`));
for (const name of packages)
  for (const file of files(join(root, `node_modules/@mantine/${name}/esm`), /\.mjs$/))
    for (const imported of importedNames(readFileSync(file, "utf8"), "@mantine/core")) used.add(imported);

const seen = new Set();
for (const name of used) reach(name, seen);

const whole = readFileSync(join(core, "styles.css"), "utf8");
/** Where Mantine's own sheet first names a class of the component. */
function position(name) {
  const first = /\.m_[0-9a-z]+/.exec(readFileSync(join(core, "styles", `${name}.css`), "utf8"))?.[0];
  const found = new RegExp(`\\${first}(?![0-9a-z])`).exec(whole);
  if (!found) throw new Error(`${name} is not part of Mantine's sheet`);
  return found.index;
}

const sheets = [...seen]
  .filter((name) => existsSync(join(core, "styles", `${name}.css`)))
  .map((name) => ({ name, at: position(name) }))
  .sort((a, b) => a.at - b.at);

const text = [
  "/* Written by tools/component-css.mjs. */",
  '@import "@mantine/core/styles/baseline.layer.css";',
  '@import "@mantine/core/styles/default-css-variables.layer.css";',
  '@import "@mantine/core/styles/global.layer.css";',
  ...sheets.map(({ name }) => `@import "@mantine/core/styles/${name}.layer.css";`),
  "",
].join("\n");

const before = existsSync(target) ? readFileSync(target, "utf8") : "";
if (process.argv.includes("--check")) {
  if (before !== text) {
    console.error("src/theme/components.css is out of date: run npm run build");
    process.exit(1);
  }
} else if (before !== text) writeFileSync(target, text);
