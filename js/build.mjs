// One self-contained module a widget: notebooks cannot resolve `./chunk.js`.
//   node build.mjs            -> ../prezent_widgets/static/<noun>.js
//   node build.mjs --watch    the same, again at every change
//   node build.mjs --demo     -> dist/demo/ (a plain page with every component on fake models)
import { copyFileSync, mkdirSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const demo = process.argv.includes("--demo");
const watch = process.argv.includes("--watch");

const widgets = readdirSync(join(here, "src/widgets"))
  .filter((name) => name.endsWith(".ts"))
  .map((name) => join(here, "src/widgets", name));

/** Style sheets as text, without what only people read: each widget carries its own copy. */
const styles = {
  name: "styles",
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      const { code } = await esbuild.transform(text, { loader: "css", minify: !demo, target: "es2022" });
      return { contents: code, loader: "text" };
    });
  },
};

const options = {
  entryPoints: demo ? [join(here, "src/demo/demo.tsx")] : widgets,
  outdir: demo ? join(here, "dist/demo") : join(here, "../prezent_widgets/static"),
  bundle: true,
  format: "esm",
  minify: !demo,
  target: "es2022",
  jsx: "automatic",
  jsxImportSource: "preact",
  plugins: [styles],
  define: { "process.env.NODE_ENV": '"production"' },
  legalComments: "none",
  charset: "utf8",
  metafile: true,
  logLevel: "warning",
};

if (demo) {
  mkdirSync(options.outdir, { recursive: true });
  copyFileSync(join(here, "src/demo/index.html"), join(options.outdir, "index.html"));
}
if (watch) {
  const context = await esbuild.context(options);
  await context.watch();
} else {
  const { metafile } = await esbuild.build(options);
  for (const [path, output] of Object.entries(metafile.outputs)) {
    process.stderr.write(`${basename(path)}  ${(output.bytes / 1024).toFixed(1)} kB\n`);
  }
}
