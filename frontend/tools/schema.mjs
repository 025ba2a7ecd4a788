/**
 * Writes src/api/schema.d.ts from the API's own document. Routes of records are left out: they are the same for every
 * object, custom ones too, and the portal types them once, in src/api/paths.ts. `--check` only compares.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const target = resolve(root, "src/api/schema.d.ts");
const document = JSON.parse(readFileSync(resolve(root, "../docs/reference/openapi.json"), "utf8"));

/** Sentences for people change more often than shapes, and the portal reads shapes only. */
function dropSentences(node) {
  if (!node || typeof node !== "object") return;
  for (const [key, value] of Object.entries(node))
    if ((key === "description" || key === "summary") && typeof value === "string") delete node[key];
    else dropSentences(value);
}

const GENERIC = /^\/v1\/records\//;
document.paths = Object.fromEntries(Object.entries(document.paths).filter(([path]) => !GENERIC.test(path)));

function* references(node) {
  if (Array.isArray(node)) for (const item of node) yield* references(item);
  else if (node && typeof node === "object")
    for (const [key, value] of Object.entries(node))
      if (key === "$ref") yield value.split("/").at(-1);
      else yield* references(value);
}

const schemas = document.components.schemas;
const kept = new Set(["FieldType", "Filter", "Problem"]);
const queue = [
  ...references(document.paths),
  ...references(Object.fromEntries([...kept].map((name) => [name, schemas[name]]))),
];
for (const name of queue)
  if (schemas[name] && !kept.has(name)) {
    kept.add(name);
    queue.push(...references(schemas[name]));
  }
document.components.schemas = Object.fromEntries([...kept].sort().map((name) => [name, schemas[name]]));

dropSentences(document.paths);
dropSentences(document.components);

const text = `/* Written by tools/schema.mjs. */\n${astToString(await openapiTS(document))}`;
if (process.argv.includes("--check")) {
  if (readFileSync(target, "utf8") !== text) {
    console.error("src/api/schema.d.ts is out of date: run npm run schema");
    process.exit(1);
  }
} else writeFileSync(target, text);
