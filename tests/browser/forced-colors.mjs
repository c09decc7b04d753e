// In forced colours (Windows contrast themes) the page still shows, and so does the
// current step. We look at pixels: axe reports false contrast faults in this mode.

export const name = "forced-colors";

export async function look(page) {
  await page.emulateMedia({ forcedColors: "active" });
  const findings = [];
  const shades = await countColours(page, await page.screenshot());
  if (shades < 3) {
    findings.push({ rule: "empty-screen", text: `the window shows only ${shades} colours`, target: "body" });
  }
  const current = await page.$("[aria-current=step]:visible");
  if (current && !(await stillDiffers(page, current))) {
    findings.push({ rule: "current-step", text: "the current step looks like the others", target: "[aria-current=step]" });
  }
  await page.emulateMedia({ forcedColors: "none" });
  return { findings, looked: shades };
}

/** Takes the mark of the current step away: then its picture must change. */
async function stillDiffers(page, step) {
  await step.scrollIntoViewIfNeeded();
  const clip = around(await step.boundingBox(), page.viewportSize());
  const marked = await page.screenshot({ clip });
  await step.evaluate((element) => element.removeAttribute("aria-current"));
  const unmarked = await page.screenshot({ clip });
  await step.evaluate((element) => element.setAttribute("aria-current", "step"));
  return !marked.equals(unmarked);
}

/** The box with room for a ring around it, as far as it is in the window. */
function around({ x, y, width, height }, window) {
  const room = 16;
  const left = Math.max(0, x - room);
  const top = Math.max(0, y - room);
  return {
    x: left,
    y: top,
    width: Math.min(window.width, x + width + room) - left,
    height: Math.min(window.height, y + height + room) - top,
  };
}

function countColours(page, picture) {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    canvas.drawImage(bitmap, 0, 0);
    const pixels = new Uint32Array(canvas.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer);
    return new Set(pixels).size;
  }, picture.toString("base64"));
}
