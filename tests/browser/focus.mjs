// Whoever uses the keyboard sees where they are: every link and button looks
// different when it has the focus, in normal colours and in forced colours.

export const name = "focus";

export async function look(page) {
  const normal = await page.evaluate(compare);
  await page.emulateMedia({ forcedColors: "active" });
  const forced = await page.evaluate(compare);
  await page.emulateMedia({ forcedColors: "none" });
  const findings = [
    ...normal.targets.map((target) => ({ rule: "focus-not-visible", text: "focus changes nothing", target })),
    ...forced.targets.map((target) => ({ rule: "focus-not-visible", text: "focus changes nothing in forced colours", target })),
  ];
  return { findings, looked: normal.looked };
}

// Shadows and backgrounds vanish in forced colours, so there the outline must do it.
function compare() {
  const forced = matchMedia("(forced-colors: active)").matches;
  const look = (element) => {
    const style = getComputedStyle(element);
    const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 ? style.outline : "";
    return forced ? ring : [ring, style.boxShadow, style.backgroundColor, style.border].join("|");
  };
  const focusable = [...document.querySelectorAll("a[href], button, summary, input, select, textarea, [tabindex='0']")]
    .filter((element) => element.checkVisibility());
  const targets = [];
  for (const element of focusable) {
    document.activeElement?.blur();
    const before = look(element);
    element.focus({ focusVisible: true });
    if (document.activeElement === element && look(element) === before) {
      const classes = [...element.classList].map((name) => `.${name}`).join("");
      targets.push(`${element.localName}${classes}`);
    }
  }
  document.activeElement?.blur();
  scrollTo(0, 0);
  return { targets: [...new Set(targets)], looked: focusable.length };
}
