import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const SOURCE = resolve(import.meta.dirname, "..");

/** What each folder may never import; the router alone composes. */
const FORBIDDEN: Record<string, string[]> = {
  lib: ["fields", "kit", "features", "shell", "session", "admin", "app"],
  metadata: ["fields", "kit", "features", "shell", "session", "admin", "app"],
  fields: ["kit", "features", "shell", "session", "admin", "app"],
  kit: ["features", "shell", "session", "admin", "app"],
  features: ["shell", "session", "admin", "app"],
  admin: ["features", "shell", "app"],
  shell: ["features", "admin", "app"],
};

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes(".test."))
    .map((name) => join(folder, name));
}

const importsOf = (file: string) =>
  [...readFileSync(file, "utf8").matchAll(/(?:from|import\()\s*"@\/([^"]+)"/g)].map(([, path]) => path ?? "");

test.each(Object.entries(FORBIDDEN))("%s imports nothing that stands above it", (folder, above) => {
  const wrong = filesOf(join(SOURCE, folder)).flatMap((file) =>
    importsOf(file)
      .filter((path) => above.includes(path.split("/")[0] ?? ""))
      .map((path) => `${relative(SOURCE, file)} imports ${path}`),
  );

  expect(wrong).toEqual([]);
});

test("no feature imports another", () => {
  const features = join(SOURCE, "features");
  const wrong = filesOf(features).flatMap((file) => {
    const own = relative(features, file).split("/")[0];
    return importsOf(file)
      .filter((path) => path.startsWith("features/") && path.split("/")[1] !== own)
      .map((path) => `${relative(SOURCE, file)} imports ${path}`);
  });

  expect(wrong).toEqual([]);
});
