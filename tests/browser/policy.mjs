// The server configuration that is built beside the pages asks for what the Dutch
// test internet.nl wants, and says the same for every server.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { headersFor } from "./server.mjs";

export const name = "policy";

const DIRECTIVES = ["default-src", "base-uri", "form-action", "frame-ancestors", "frame-src"];
const WEAK = /unsafe-|(^|\s)(\*|data:|https?:)(\s|;|$)/;
const GOOD_REFERRER = ["no-referrer", "same-origin"];

export function lookAtPolicy(folder, rules) {
  const headers = headersFor(rules, "/");
  const policy = headers["content-security-policy"] ?? "";
  const findings = [];
  const add = (rule, text) => findings.push({ rule, text, target: "server/_headers" });
  for (const directive of DIRECTIVES) {
    if (!new RegExp(`(^|;)\\s*${directive}\\s+'(none|self)'`).test(policy)) add("csp", `${directive} is not 'none' or 'self'`);
  }
  if (WEAK.test(policy)) add("csp", `weak: ${policy}`);
  if (!GOOD_REFERRER.includes(headers["referrer-policy"])) add("referrer-policy", `is ${headers["referrer-policy"]}`);
  if (headers["x-content-type-options"] !== "nosniff") add("nosniff", "X-Content-Type-Options is not nosniff");
  const files = readdirSync(join(folder, "server"));
  // Redirects carry no headers.
  for (const file of files.filter((name) => name !== "_redirects")) {
    const text = readFileSync(join(folder, "server", file), "utf8");
    if (!text.includes(policy)) add("other-servers", `server/${file} does not have the same Content-Security-Policy`);
  }
  return { findings, looked: files.length };
}
