// Makes src/openapi.ts of the service's OpenAPI document: what is sent and answered in the calls that this client makes.
//   npm run generate -- [address of a service, or a file]   default: LABELSERVICE_URL, else http://127.0.0.1:5080
//   npm run generate -- --check …                           says whether the committed file is up to date, and writes nothing
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const target = new URL("../src/openapi.ts", import.meta.url);
const calls = [/^\/v1\/checks/, /^\/v1\/labels$/, /^\/v1\/articles$/, /^\/v1\/changes$/, /^\/v1\/key$/, /^\/v1\/webhooks/];

/** The names of all schemas to which a part of the document leads. */
function reached(part, schemas, found = new Set()) {
  for (const [, name] of JSON.stringify(part ?? null).matchAll(/#\/components\/schemas\/([^"]+)"/g)) {
    if (found.has(name)) continue;
    found.add(name);
    reached(schemas[name], schemas, found);
  }
  return found;
}

const mayBeNull = (schema) => [schema.type].flat().includes("null") || (schema.oneOf ?? []).some((one) => one.type === "null");

/** What an answer may not have as null it always has; the document requires less. */
function answered(schema) {
  const always = Object.entries(schema.properties ?? {}).filter(([, property]) => !mayBeNull(property)).map(([name]) => name);
  return { ...schema, required: [...new Set([...(schema.required ?? []), ...always])] };
}

function reduced(document) {
  const operations = Object.entries(document.paths).filter(([path]) => calls.some((call) => call.test(path))).flatMap(([, path]) => Object.values(path));
  const all = document.components.schemas;
  const sent = reached(operations.map((operation) => operation.requestBody), all);
  const names = [...reached(operations, all)].sort();
  const schemas = Object.fromEntries(names.map((name) => [name, sent.has(name) ? all[name] : answered(all[name])]));
  return { openapi: document.openapi, info: document.info, paths: {}, components: { schemas } };
}

const withoutExamples = (name, value) => (name === "example" || name === "examples" ? undefined : value);

const [source = process.env.LABELSERVICE_URL ?? "http://127.0.0.1:5080"] = process.argv.slice(2).filter((word) => word !== "--check");
const text = /^https?:/.test(source) ? await (await fetch(new URL("/openapi/v1.json", source))).text() : await readFile(source, "utf8");
const types = astToString(await openapiTS(reduced(JSON.parse(text, withoutExamples)), { emptyObjectsUnknown: true }));
const file = `// Made by "npm run generate" of the service's OpenAPI document. Do not edit.\n\n${types}`;
if (!process.argv.includes("--check")) {
  await writeFile(target, file);
} else if (file !== (await readFile(target, "utf8"))) {
  console.error("src/openapi.ts is not what the service says; make it anew: tests/clients/run.sh --generate");
  process.exitCode = 1;
}
