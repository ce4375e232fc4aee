import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync, copyFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { key, url } from "../support/service.mjs";

const source = fileURLToPath(new URL("../../../src/clients/typescript/", import.meta.url));
const env = { ...process.env, LABELSERVICE_URL: url, LABELSERVICE_KEY: key };
const run = (program, words, cwd) => execFileSync(program, words, { cwd, env, encoding: "utf8" });

const folder = mkdtempSync(join(process.env.LABELSERVICE_WORK, "package-"));
run("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", folder], source);
writeFileSync(join(folder, "package.json"), '{ "private": true }');
run("npm", ["install", "--silent", "--offline", "--no-audit", "--no-fund", join(folder, "labelservice-client-1.0.0.tgz")], folder);

test("runs the README's first lines as somebody would who has only them", () => {
  const [, example] = /```js\n(.*?)```/s.exec(readFileSync(join(source, "README.md"), "utf8"));
  const lines = example.trim().split("\n").filter((line) => line !== "");
  writeFileSync(join(folder, "first.mjs"), example);

  const said = run("node", ["first.mjs"], folder);

  assert.ok(lines.length <= 10, `${lines.length} lines`);
  assert.match(said, /^action-required\nmissing: Настоящий материал/);
  assert.match(said, /The "Register of foreign agents" includes RS-Balt JSC from 2021-10-15/);
});

test("has types under which code compiles that is strict", () => {
  copyFileSync(fileURLToPath(new URL("usage.ts", import.meta.url)), join(folder, "usage.ts"));
  const compilerOptions = { noEmit: true, strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, module: "nodenext", target: "es2022", lib: ["es2022", "dom"], types: [] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["usage.ts"] }));

  run(join(source, "node_modules/.bin/tsc"), ["--project", "."], folder);
});

test("brings nothing but itself", () => {
  const files = JSON.parse(run("npm", ["pack", "--dry-run", "--json", "--ignore-scripts", "--silent"], source))[0].files.map((file) => file.path);
  const { dependencies } = JSON.parse(readFileSync(join(source, "package.json"), "utf8"));

  assert.equal(dependencies, undefined);
  assert.deepEqual(files.filter((file) => !/^dist\/\w+(\.d)?\.[jt]s$/.test(file)), ["LICENSE", "README.md", "package.json"]);
  for (const file of files.filter((name) => name.endsWith(".js"))) assert.doesNotMatch(readFileSync(join(source, file), "utf8"), /from "(?!\.\/)/);
});

test("has the types that the service describes", () => {
  run("npm", ["run", "--silent", "generate", "--", "--check"], source);
});
