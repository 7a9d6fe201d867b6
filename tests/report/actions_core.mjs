// Writes each annotation that comes in as a line of JSON with GitHub's own @actions/core,
// which lies in the folder that the first word names.
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const core = await import(pathToFileURL(`${process.argv[2]}/lib/core.js`));

for await (const line of createInterface({ input: process.stdin })) {
  const { kind, message, properties } = JSON.parse(line);
  core[kind](message, properties);
}
