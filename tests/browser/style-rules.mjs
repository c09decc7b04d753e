// Our own rules for style sheets: what a checker of pages cannot see.

export const name = "style";

const RULES = [
  ["no-outline", /outline(-style|-width)?\s*:\s*(none|0)\s*[;}!]/gi, "takes the focus ring away"],
  ["words-in-style", /content\s*:\s*"[^"]*\p{L}{2,}[^"]*"/giu, "puts words in the style sheet, where they cannot be translated"],
  ["physical-side", /[{;\s](margin|padding|border)-(left|right)\s*:/gi, "names left or right: use inline-start or inline-end"],
  ["other-site", /url\(\s*["']?(https?:)?\/\//gi, "asks something of another site"],
];

export function lookAtStyle(css) {
  const text = css.replace(/\/\*[\s\S]*?\*\//g, "");
  const findings = RULES.flatMap(([rule, pattern, why]) => {
    return [...text.matchAll(pattern)].map((match) => ({ rule, text: why, target: match[0].trim() }));
  });
  return { findings, looked: text.trim().length };
}
