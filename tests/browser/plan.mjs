// Which visitor sees which page, and which tools look then.

import * as alfa from "./alfa.mjs";
import * as axe from "./axe.mjs";
import * as exitLink from "./exit-link.mjs";
import * as focus from "./focus.mjs";
import * as forcedColors from "./forced-colors.mjs";
import * as noScript from "./no-script.mjs";
import * as ownRules from "./own-rules.mjs";
import * as ibm from "./ibm.mjs";
import * as letters from "./letters.mjs";
import * as listOnPaper from "./list-on-paper.mjs";
import * as pictureContrast from "./picture-contrast.mjs";
import * as readingOrder from "./reading-order.mjs";
import { onePerKind, onePerKindAndLanguage } from "./pages.mjs";
import * as print from "./print.mjs";
import * as privacy from "./privacy.mjs";
import * as reflow from "./reflow.mjs";

// What is folded in is looked at too: on the phone everything is unfolded.
const PHONE = { width: 320, scheme: "light", unfold: true, picture: true };
const DESK = { width: 1280, scheme: "light", picture: true };
const DARK = { width: 1280, scheme: "dark", picture: true };
const LEAVING = { width: 320, scheme: "light" };
const NO_SCRIPT = { width: 1280, scheme: "light", scripts: false };

const pictureOnScreen = { name: pictureContrast.name, look: pictureContrast.lookOnScreen };
const contrast = { name: "contrast", look: axe.lookAtContrast };

/** Names of all checks that look at pages in the browser. */
export const CHECKS = [alfa, axe, contrast, exitLink, focus, forcedColors, ibm, letters, listOnPaper, noScript, ownRules, pictureContrast, print, privacy, readingOrder, reflow].map((check) => check.name);

/** Which looks each page gets. All pages get the quick ones, one page of each kind the slow ones. */
export function planVisits(pages) {
  const alive = pages.filter((page) => page.kind !== "forward" && page.kind !== "hub: forward");
  const ofEachKind = new Set(onePerKind(alive));
  const samples = new Set(onePerKindAndLanguage(alive));
  const deep = [...samples].filter((page, at) => page.language === "nl" || at % 3 === 0);
  const visits = [];
  const visit = (pages, visitor, looks) => visits.push(...pages.map((page) => ({ page, visitor, looks })));
  visit(alive.filter((page) => !ofEachKind.has(page)), PHONE, [ownRules, reflow, privacy]);
  visit([...ofEachKind], PHONE, [ownRules, axe, reflow, privacy]);
  visit([...samples], DESK, [ownRules, axe, focus, reflow, privacy]);
  visit(deep, DESK, [alfa, forcedColors, print]);
  visit(deep, DESK, [ibm]);
  visit([...samples].filter((page) => page.hasPicture), DESK, [pictureContrast, letters]);
  visit([...samples].filter((page) => page.hasPicture), DARK, [pictureOnScreen]);
  visit([...samples].filter((page) => page.hasSteps), DESK, [readingOrder]);
  visit([...ofEachKind].filter((page) => page.hasStepList), DESK, [listOnPaper]);
  visit([...samples], DARK, [contrast]);
  visit([...samples], LEAVING, [exitLink]);
  visit([...samples], NO_SCRIPT, [noScript]);
  return visits;
}
