// axe-core, the checker that auditors know. "Incomplete" counts as a finding:
// what axe cannot judge we want to have looked at.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
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
  const result = await page.evaluate(
    (options) => window.axe.run(document, options),
    { ...options, preload: false, resultTypes: ["violations", "incomplete"] },
  );
  const findings = [
    ...result.violations.flatMap((rule) => rule.nodes.map((node) => finding(rule, node, ""))),
    ...result.incomplete.flatMap((rule) => {
      return rule.nodes.filter((node) => !isOneLetter(node) && !isDrawnOrScrolled(node)).map((node) => finding(rule, node, "cannot tell: "));
    }),
  ];
  return { findings, looked: result.passes.length };
}

/** axe does not judge the contrast of a single letter; Alfa does, so nothing is lost. */
function isOneLetter(node) {
  return node.any.some((check) => check.id === "color-contrast" && check.data?.messageKey === "shortTextContent");
}

/**
 * axe cannot tell the colour behind letters in a drawing, nor behind a cell that is scrolled half out of its table.
 * Alfa judges the cells; the colours of the drawing are tokens that are also used, and judged, outside it.
 */
function isDrawnOrScrolled(node) {
  return node.any.some((check) => {
    const key = check.id === "color-contrast" ? check.data?.messageKey : "";
    return key === "elmPartiallyObscured" || (["imgNode", "bgOverlap"].includes(key) && node.html.startsWith("<text"));
  });
}

function finding(rule, node, prefix) {
  const reason = [...node.any, ...node.all, ...node.none][0]?.message ?? rule.help;
  return { rule: rule.id, text: `${prefix}${reason}`, target: node.target.flat().join(" ") };
}
