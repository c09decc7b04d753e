// The letters of a picture: they come from the site itself, only where a picture shows them, and every word stays in its
// box, also in the widest letters of a device that never got them.

export const name = "letters";

const FAMILY = "Ouderwijzer Sans";
/** What a device may put in their place, widest first. */
const INSTEAD = '"DejaVu Sans", Verdana, sans-serif';

/** A page with a large picture has fetched its letters and uses them; another page has fetched none. */
export async function look(page) {
  const { findings, looked, own, instead } = await compare(page);
  if (own.large > 0 && own.loaded === 0) findings.push({ rule: "no-letters", text: "shows a picture without its letters", target: "" });
  if (own.large === 0 && own.loaded > 0) findings.push({ rule: "needless-letters", text: "fetches letters that it does not show", target: "" });
  if (own.large > 0 && own.width === instead.width) findings.push({ rule: "same-width", text: "other letters gave the same widths", target: "" });
  return { findings, looked };
}

/** Only whether words stay in their boxes, wherever the letters come from. */
export async function lookAtBoxes(page) {
  const { findings, looked } = await compare(page);
  return { findings, looked };
}

async function compare(page) {
  await page.evaluate(() => document.fonts.ready.then(() => true));
  const own = await page.evaluate(measure, FAMILY);
  await page.evaluate(setLetters, INSTEAD);
  const instead = await page.evaluate(measure, FAMILY);
  await page.evaluate(setLetters, null);
  const findings = [
    ...own.outside.map((text) => ({ rule: "leaves-its-box", text, target: "own letters" })),
    ...instead.outside.map((text) => ({ rule: "leaves-its-box", text, target: "letters of the device" })),
  ];
  return { findings, looked: own.pictures, own, instead };
}

/** Through the object model: the site's policy rightly refuses a style element. */
function setLetters(family) {
  if (!family) {
    document.adoptedStyleSheets = [];
    return;
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`.ow-picture, .ow-picture text { font-family: ${family} !important; }`);
  document.adoptedStyleSheets = [sheet];
}

function measure(family) {
  const loaded = [...document.fonts].filter((font) => font.family.includes(family) && font.status === "loaded").length;
  const all = document.querySelectorAll(".ow-picture").length;
  const pictures = [...document.querySelectorAll(".ow-picture:not(.ow-picture--mini)")].filter((svg) => svg.getBoundingClientRect().width > 0);
  const outside = [];
  let width = 0;
  for (const svg of pictures) {
    const boxes = [...svg.querySelectorAll("rect")].map((rect) => rect.getBoundingClientRect());
    // Words along the wall are turned, and stand on a path.
    for (const text of svg.querySelectorAll("text:not([transform])")) {
      const words = text.getBoundingClientRect();
      const [x, y] = [words.left + words.width / 2, words.top + words.height / 2];
      // The innermost shape behind the middle of the words; a picture as a whole has none.
      const around = boxes.filter((box) => box.left < x && x < box.right && box.top < y && y < box.bottom);
      const box = around.sort((a, b) => a.width * a.height - b.width * b.height)[0];
      width += words.width;
      if (box && (words.left < box.left - 1 || words.right > box.right + 1)) outside.push(text.textContent);
    }
  }
  return { loaded, pictures: all, large: pictures.length, outside, width: Math.round(width) };
}
