// IBM Equal Access, a third opinion beside axe and Alfa. Only what it is sure of is a finding: what it wants a
// person to look at ("potential", "manual") it also says of every good page.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("accessibility-checker-engine/ace.js"), "utf8");
const RULE_SET = "WCAG_2_2";

export const name = "ibm";

export async function look(page) {
  await page.evaluate(SOURCE);
  const results = await page.evaluate(check, RULE_SET);
  const failed = results.filter(({ value: [kind, outcome] }) => kind === "VIOLATION" && outcome === "FAIL");
  const passed = new Set(results.filter(({ value: [, outcome] }) => outcome === "PASS").map(({ ruleId }) => ruleId));
  const findings = failed.map(({ ruleId, message, path }) => ({ rule: ruleId, text: message, target: path }));
  return { findings, looked: passed.size };
}

async function check(ruleSet) {
  const report = await new window.ace.Checker().check(document, [ruleSet]);
  return report.results.map(({ ruleId, value, message, path }) => ({ ruleId, value, message, path: path.dom }));
}
