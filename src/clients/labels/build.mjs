// Makes labels.js of labels-notice.js and the service's style sheet for labels, so that labels look alike wherever they stand.
//   npm run build                 writes it
//   npm run build -- --check      says whether labels.js is up to date
import { readFile, writeFile } from "node:fs/promises";
import { transform } from "esbuild";

const read = (name) => readFile(new URL(name, import.meta.url), "utf8");

/** The element itself is a block, or part of a sentence, and seen. */
const own = `
  labels-notice { display: block !important; visibility: visible !important; opacity: 1 !important; }
  labels-notice[placement=at-mention] { display: inline !important; }`;

const { code: css } = await transform(own + (await read("../../LabelService.Web/Labels/labels.css")), { loader: "css", minify: true });
// A sheet that is adopted comes after the page's own; without weight of its own its variables give way to the page's.
const style = css.trim().replaceAll(":root{", ":where(:root){");
const made = await transform(await read("labels-notice.js"), {
  minify: true,
  target: "es2022",
  define: { LABELS_CSS: JSON.stringify(style) },
  banner: "/* <labels-notice> of LabelService, MIT licence. Made of labels-notice.js and labels.css: npm run build */",
});

if (!process.argv.includes("--check")) {
  await writeFile(new URL("labels.js", import.meta.url), made.code);
} else if (made.code !== (await read("labels.js"))) {
  console.error("labels.js is not what labels-notice.js and labels.css make; make it anew: npm run build --prefix src/clients/labels");
  process.exitCode = 1;
}
