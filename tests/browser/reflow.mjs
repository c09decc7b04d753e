// Does everything fit? A page may not be wider than the window (WCAG 1.4.10), not
// even with the reader's own text spacing (1.4.12), and no text may be cut off.
// Long Dutch words break this first, and no ready-made checker sees it.

export const name = "reflow";

const SPACING = `
  * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
  p { margin-block-end: 2em !important }`;

export async function look(page) {
  const plain = await page.evaluate(measure);
  await page.evaluate(addStyle, SPACING);
  const spaced = await page.evaluate(measure);
  await page.evaluate(() => document.adoptedStyleSheets.splice(0));
  const findings = [
    ...plain.findings,
    ...spaced.findings.map((finding) => ({ ...finding, text: `with text spacing: ${finding.text}` })),
  ];
  return { findings, looked: plain.looked };
}

// A constructed style sheet, because the policy of the site rightly refuses an inline one.
function addStyle(text) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets.push(sheet);
}

function measure() {
  const nameOf = (element) => {
    const classes = [...element.classList].map((name) => `.${name}`).join("");
    return `${element.localName}${element.id ? `#${element.id}` : ""}${classes}`;
  };
  const isForScreenReadersOnly = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width <= 2 || height <= 2;
  };
  const findings = [];
  const add = (rule, text, target) => findings.push({ rule, text, target });
  const width = document.documentElement.clientWidth;
  const elements = [...document.body.querySelectorAll("*")];

  const page = document.scrollingElement.scrollWidth;
  if (page > width) {
    const beyond = elements.filter((element) => {
      const box = element.getBoundingClientRect();
      const inPicture = element.ownerSVGElement != null;
      return !inPicture && box.width > 0 && (box.right > width + 1 || box.left < -1);
    });
    const deepest = beyond.filter((element) => !beyond.some((other) => other !== element && element.contains(other)));
    add("too-wide", `page is ${page} px wide in a window of ${width} px`, deepest.slice(0, 3).map(nameOf).join(", "));
  }

  for (const element of elements) {
    const style = getComputedStyle(element);
    if (element.ownerSVGElement || element.localName === "svg" || isForScreenReadersOnly(element)) continue;
    if (style.clipPath !== "none" || !element.textContent.trim()) continue;
    const cuts = (overflow) => overflow === "hidden" || overflow === "clip";
    const cutX = cuts(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
    const cutY = cuts(style.overflowY) && element.scrollHeight > element.clientHeight + 1;
    if (cutX || cutY) add("text-cut-off", "text is cut off by overflow", nameOf(element));
  }

  for (const text of document.querySelectorAll("svg text")) {
    const picture = text.ownerSVGElement.getBoundingClientRect();
    const box = text.getBoundingClientRect();
    if (box.width === 0 || picture.width === 0) continue;
    const inside = box.left >= picture.left - 1 && box.right <= picture.right + 1
      && box.top >= picture.top - 1 && box.bottom <= picture.bottom + 1;
    if (!inside) add("text-outside-picture", `"${text.textContent.trim().slice(0, 40)}" runs out of its picture`, nameOf(text));
  }
  return { findings, looked: elements.length };
}
