import { defineConfig } from "vitest/config";

// JSX is Preact's because tsconfig.json says so.
export default defineConfig({
  test: { environment: "jsdom", include: ["tests/**/*.test.{ts,tsx}"] },
});
