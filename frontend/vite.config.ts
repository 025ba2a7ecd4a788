import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const source = fileURLToPath(new URL("./src", import.meta.url));
/** The development server passes `/v1` to a running local cloud; the built files share its origin. */
const api = process.env.TENDERO_API ?? "http://localhost:8080";

export default defineConfig({
  plugins: [react()],
  resolve: {
    alias: [
      { find: "@", replacement: source },
      // The barrel of Tabler makes the bundler read 6,000 modules.
      { find: /^@tabler\/icons-react$/, replacement: "@tabler/icons-react/dist/esm/icons/index.mjs" },
    ],
  },
  server: { host: "127.0.0.1", proxy: { "/v1": { target: api, changeOrigin: false } } },
  preview: { host: "127.0.0.1", proxy: { "/v1": { target: api, changeOrigin: false } } },
  build: { manifest: true, target: "es2023", assetsInlineLimit: 0, modulePreload: { polyfill: false } },
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
