// Siteimprove Alfa, the checker that found most in our experiment. Its packages
// must have one version: with a mixture every rule becomes "inapplicable" without
// an error. So the number of passed rules is part of the result.

import { Audit } from "@siteimprove/alfa-act";
import { Playwright } from "@siteimprove/alfa-playwright";
import rules from "@siteimprove/alfa-rules";
import { Conformance, Criterion } from "@siteimprove/alfa-wcag";

export const name = "alfa";

const RULES = [...rules].filter((rule) => !isOnlyTripleA(rule));

/** All rules but those that only AAA asks for. */
export async function look(page) {
  const input = await Playwright.toPage(await page.evaluateHandle(() => window.document));
  const outcomes = [...(await Audit.of(input, RULES).evaluate())];
  const findings = outcomes.filter((outcome) => outcome.outcome === "failed").map(finding);
  const passed = new Set(outcomes.filter((outcome) => outcome.outcome === "passed").map((o) => o.rule.uri));
  return { findings, looked: passed.size };
}

function isOnlyTripleA(rule) {
  const criteria = rule.requirements.filter((requirement) => Criterion.isCriterion(requirement));
  return criteria.length > 0 && !criteria.some(Conformance.isAA());
}

function finding(outcome) {
  const { expectations } = outcome.toJSON();
  const reasons = expectations.filter(([, result]) => result.type === "err").map(([, result]) => result.error.message);
  return { rule: outcome.rule.uri.split("/").at(-1), text: reasons.join(" "), target: short(nameOf(outcome.target)) };
}

/** A target is one element, or a group of them. */
function nameOf(target) {
  return Symbol.iterator in target ? [...target].join(" and ") : String(target);
}

function short(text) {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 120 ? `${line.slice(0, 120)}…` : line;
}
