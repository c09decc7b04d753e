// The letters of a drawing against what lies behind them. axe says "cannot tell" for text in SVG, so we compute it:
// the colour of the letters against the uppermost shape that was painted before them, at five places in the line.
// On screen in the colours of the visitor, and in the colours of paper. (That no road runs through a word is a
// promise of the drawing itself, tested in the program.)

export const name = "picture";

const ENOUGH = 4.5;

/** On the screen, in light or dark. */
export async function lookOnScreen(page) {
  const { texts, weak } = await page.evaluate(measure, ENOUGH);
  return { findings: weak.map((line) => finding(line, "on screen")), looked: texts };
}

/** On the screen, and on paper. */
export async function look(page) {
  const screen = await lookOnScreen(page);
  await page.emulateMedia({ media: "print" });
  const { texts, weak } = await page.evaluate(measure, ENOUGH);
  await page.emulateMedia({ media: null });
  return { findings: [...screen.findings, ...weak.map((line) => finding(line, "on paper"))], looked: Math.min(screen.looked, texts) };
}

function finding({ text, ratio, colours }, where) {
  return { rule: "picture-contrast", text: `${ratio.toFixed(2)} : 1 ${where} (${colours})`, target: `"${text}"` };
}

function measure(enough) {
  const colourOf = (value) => {
    const numbers = value.match(/[\d.]+/g)?.map(Number) ?? [];
    return value.startsWith("rgb") ? { rgb: numbers.slice(0, 3), alpha: numbers[3] ?? 1 } : { rgb: [0, 0, 0], alpha: 0 };
  };
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratioOf = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const over = (top, below) => top.rgb.map((part, at) => part * top.alpha + below[at] * (1 - top.alpha));
  const opacityOf = (element) => {
    let opacity = 1;
    for (let one = element; one && one instanceof SVGElement; one = one.parentElement) opacity *= Number(getComputedStyle(one).opacity);
    return opacity;
  };
  const painted = (element, point) => {
    const style = getComputedStyle(element);
    const opacity = opacityOf(element);
    const layer = (value, share) => {
      const { rgb, alpha } = colourOf(value);
      return { rgb, alpha: alpha * opacity * Number(share) };
    };
    const local = DOMPoint.fromPoint(point).matrixTransform(element.getScreenCTM().inverse());
    const layers = [];
    if (style.fill !== "none" && element.isPointInFill(local)) layers.push(layer(style.fill, style.fillOpacity));
    if (style.stroke !== "none" && element.isPointInStroke(local)) layers.push(layer(style.stroke, style.strokeOpacity));
    return layers;
  };
  const behindPicture = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = colourOf(getComputedStyle(one).backgroundColor);
      if (colour.alpha === 1) return colour.rgb;
    }
    return [255, 255, 255];
  };
  const isBefore = (shape, text) => shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING;

  const weak = [];
  let texts = 0;
  for (const text of document.querySelectorAll("svg text")) {
    const box = text.getBoundingClientRect();
    if (box.width === 0 || !text.checkVisibility()) continue;
    texts += 1;
    const style = getComputedStyle(text);
    const letters = colourOf(style.fill);
    letters.alpha *= opacityOf(text) * Number(style.fillOpacity);
    const shapes = [...text.ownerSVGElement.querySelectorAll("rect, path, circle, ellipse, polygon, line, polyline")]
      .filter((shape) => !shape.closest("defs, clipPath, mask, symbol") && isBefore(shape, text));
    let worst = { ratio: Infinity };
    for (const share of [0.1, 0.3, 0.5, 0.7, 0.9]) {
      const point = { x: box.left + box.width * share, y: box.top + box.height / 2 };
      const ground = shapes.flatMap((shape) => painted(shape, point)).reduce((below, layer) => over(layer, below), behindPicture(text.ownerSVGElement));
      const ratio = ratioOf(over(letters, ground), ground);
      if (ratio < worst.ratio) worst = { ratio, colours: `${style.fill} on rgb(${ground.map(Math.round).join(", ")})` };
    }
    if (worst.ratio < enough) weak.push({ ...worst, text: text.textContent.trim() });
  }
  return { texts, weak };
}
