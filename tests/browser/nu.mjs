// The Nu Html Checker, for HTML and CSS. It ends well on a file that does not
// exist, so we hand it only files that hold something, and count what it read.

import { execFile } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const JAR = join(createRequire(import.meta.url).resolve("vnu-jar/package.json"), "../build/dist/vnu.jar");
const CHUNK = 400;

export const name = "nu";

/** Checks `files` and gives a result for each of them, in the same order. */
export async function lookAtFiles(files) {
  const results = [];
  for (let at = 0; at < files.length; at += CHUNK) results.push(...(await lookAtSome(files.slice(at, at + CHUNK))));
  return results;
}

async function lookAtSome(files) {
  const { report, names } = await checker(["--Werror", "--also-check-css", "--verbose", "--format", "json", "--stdout", ...files]);
  const { messages } = JSON.parse(report);
  const read = new Set(names.split("\n"));
  return files.map((file) => ({
    file,
    findings: messages.filter((message) => fileURLToPath(message.url) === file && !isFallback(message, file)).map(finding),
    looked: read.has(file) && statSync(file).size > 0 ? 1 : 0,
  }));
}

/** A page that is not translated yet says so, and rightly shows Dutch in a page of another language. */
function isFallback({ message }, file) {
  return /appears to be written in Dutch/.test(message) && readFileSync(file, "utf8").includes("ow-fallback-notice");
}

function checker(args) {
  return new Promise((resolve, reject) => {
    const options = { encoding: "utf8", maxBuffer: 1 << 28 };
    execFile("java", ["-Xss8m", "-jar", JAR, ...args], options, (error, report, names) => {
      if (error && error.code !== 1) reject(new Error(`java: ${error.message}\n${names}`));
      else resolve({ report, names });
    });
  });
}

function finding(message) {
  const rule = message.type === "error" ? "error" : (message.subType ?? message.type);
  const extract = (message.extract ?? "").replace(/\s+/g, " ").trim();
  return { rule, text: message.message, target: `line ${message.lastLine ?? "?"}: ${extract}` };
}
