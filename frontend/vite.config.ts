import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { build, type Plugin, type Rolldown, type UserConfig } from "vite";
import { defineConfig } from "vitest/config";
import { bundlesOf } from "./tools/bundles.mjs";
import { withSheets } from "./tools/sheets.mjs";

const portal = fileURLToPath(new URL(".", import.meta.url));
const source = fileURLToPath(new URL("./src", import.meta.url));
/** The development server passes the API, files and mail to a running local cloud; the built files share its origin. */
const api = process.env.TENDERO_API ?? "http://localhost:8080";
const proxy = Object.fromEntries(
  ["/v1", "/pictures", "/_s3", "/_mail", "/_dns"].map((path) => [path, { target: api, changeOrigin: false }]),
);

/** Serves the page of a form where CloudFront and the local edge do. */
const toForm = (request: { url?: string }, _answer: unknown, next: () => void) => {
  if (request.url?.startsWith("/f/")) request.url = "/form.html";
  next();
};
const formPage: Plugin = {
  name: "form-page",
  configureServer: ({ middlewares }) => void middlewares.use(toForm),
  configurePreviewServer: ({ middlewares }) => void middlewares.use(toForm),
};

const shared: UserConfig = {
  plugins: [react(), formPage],
  resolve: {
    alias: [
      { find: "@", replacement: source },
      // The barrel of Tabler makes the bundler read 6,000 modules.
      { find: /^@tabler\/icons-react$/, replacement: "@tabler/icons-react/dist/esm/icons/index.mjs" },
    ],
  },
  build: {
    manifest: true,
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: { index: "index.html", form: "form.html", sw: "src/sw/worker.ts" },
      output: {
        // The service worker answers for the whole origin, so it lives at its root and keeps its name.
        entryFileNames: ({ name }) => (name === "sw" ? "sw.js" : "assets/[name]-[hash].js"),
        // The entry and every page name hundreds of chunks, and names do not compress: the manifest tells which is which.
        chunkFileNames: "assets/[hash:7].js",
      },
    },
  },
};

/** Builds the portal as the bundler alone would, and decides by it which modules go into one file. */
async function bundles(): Promise<Map<string, string>> {
  const alone = await build({
    ...shared,
    configFile: false,
    logLevel: "silent",
    build: { ...shared.build, write: false },
  });
  const chunks = (alone as Rolldown.RolldownOutput).output.filter((file) => file.type === "chunk");
  return bundlesOf(
    chunks.map((chunk) => ({
      name: chunk.fileName,
      source: chunk.facadeModuleId && relative(portal, chunk.facadeModuleId),
      imports: chunk.imports,
      modules: chunk.moduleIds,
      code: chunk.code,
    })),
  );
}

const bundling: Plugin = {
  name: "bundling",
  apply: "build",
  async config() {
    const files = await bundles();
    const groups = [
      {
        debugName: "bundles",
        name: (module: string) => files.get(module) ?? null,
        includeDependenciesRecursively: false,
      },
    ];
    return { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } };
  },
};

/** Tells the service worker which style sheets there are, when all of them have their names. */
const sheets: Plugin = {
  name: "sheets",
  apply: "build",
  generateBundle: {
    order: "post",
    handler(_options, bundle) {
      const worker = bundle["sw.js"];
      if (worker?.type !== "chunk") throw new Error("The build has no service worker");
      worker.code = withSheets(worker.code, Object.keys(bundle));
    },
  },
};

export default defineConfig({
  ...shared,
  plugins: [...(shared.plugins ?? []), bundling, sheets],
  server: { host: "127.0.0.1", proxy },
  preview: { host: "127.0.0.1", proxy },
  test: {
    environment: "jsdom",
    setupFiles: ["src/test/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}"],
    css: false,
    isolate: false,
    testTimeout: 15_000,
    hookTimeout: 30_000,
  },
});
