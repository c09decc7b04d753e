// axe-core, the checker that auditors know. "Incomplete" counts as a finding:
// what axe cannot judge we want to have looked at.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const OBSCURED_RULE = "color-contrast";
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export const name = "axe";

/** All rules for A, AA and good practice. */
export function look(page) {
  return run(page, { runOnly: TAGS, rules: { "target-size": { enabled: true } } });
}

/** Only what changes between light and dark. */
export function lookAtContrast(page) {
  return run(page, { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } });
}

async function run(page, options) {
  await page.evaluate(SOURCE);
  const all = { ...options, preload: false, resultTypes: ["violations", "incomplete"] };
  const result = await page.evaluate((options) => window.axe.run(document, options), all);
  const obscured = result.incomplete.flatMap((rule) => rule.nodes.filter(isObscured).map((node) => node.target.flat()));
  const findings = [
    ...findingsOf(result, (node) => !isObscured(node)),
    ...(await lookAgain(page, obscured)),
  ];
  return { findings, looked: result.passes.length };
}

function findingsOf(result, isWanted) {
  const cannotTell = (node) => isWanted(node) && !isOneLetter(node) && !isDrawn(node);
  return [
    ...result.violations.flatMap((rule) => rule.nodes.map((node) => finding(rule, node, ""))),
    ...result.incomplete.flatMap((rule) => rule.nodes.filter(cannotTell).map((node) => finding(rule, node, "cannot tell: "))),
  ];
}

/** What lies half outside the table that scrolls it: scrolled into sight and looked at again, one by one. */
async function lookAgain(page, targets) {
  const findings = [];
  for (const target of targets) {
    const result = await page.evaluate(lookInSight, { target, rule: OBSCURED_RULE });
    findings.push(...findingsOf(result, () => true));
  }
  if (targets.length > 0) await page.evaluate(() => window.scrollTo(0, 0));
  return findings;
}

function lookInSight({ target, rule }) {
  const element = document.querySelector(target.at(-1));
  element.scrollIntoView({ block: "center", inline: "center" });
  return window.axe.run(element, { runOnly: { type: "rule", values: [rule] }, preload: false });
}

/** axe does not judge the contrast of a single letter; Alfa does, so nothing is lost. */
function isOneLetter(node) {
  return node.any.some((check) => check.id === "color-contrast" && check.data?.messageKey === "shortTextContent");
}

/** axe cannot tell the colour behind letters in a drawing: `picture-contrast.mjs` computes it for every one of them. */
function isDrawn(node) {
  return node.html.startsWith("<text") && ["imgNode", "bgOverlap"].includes(contrastKey(node));
}

function isObscured(node) {
  return contrastKey(node) === "elmPartiallyObscured";
}

function contrastKey(node) {
  return node.any.find((check) => check.id === OBSCURED_RULE)?.data?.messageKey ?? "";
}

function finding(rule, node, prefix) {
  const reason = [...node.any, ...node.all, ...node.none][0]?.message ?? rule.help;
  return { rule: rule.id, text: `${prefix}${reason}`, target: node.target.flat().join(" ") };
}
