// Gathers results and prints them: one line for each check, below it the findings,
// equal findings together, and last how many checks passed and failed.

const SHOWN_TARGETS = 3;
const SHOWN_PAGES = 4;

/** A result is `{ findings, looked }`. A check that looked at nothing has failed. */
export function createReport() {
  return new Map();
}

export function addResult(report, check, where, { findings, looked }) {
  if (!report.has(check)) report.set(check, { passed: 0, failed: 0, looked: 0, findings: [] });
  const sum = report.get(check);
  const silent = looked === 0 ? [{ rule: "silent", text: "this check looked at nothing", target: "" }] : [];
  const found = [...findings, ...silent];
  sum.looked += looked;
  if (found.length > 0) sum.failed += 1;
  else sum.passed += 1;
  for (const finding of found) sum.findings.push({ ...finding, where });
}

/** A check that was asked for and gave no result at all has looked at nothing: that is a failure, not silence. */
export function demandAll(report, site, names) {
  for (const name of names) {
    const gaveResult = [...report.keys()].some((check) => check === `${site} ${name}` || check.startsWith(`${site} ${name} `));
    if (!gaveResult) addResult(report, `${site} ${name}`, "", { findings: [], looked: 0 });
  }
}

/** Prints everything; gives whether all is well. */
export function printReport(report, print = console.log) {
  let passed = 0;
  let failed = 0;
  for (const [check, sum] of [...report].sort(([a], [b]) => a.localeCompare(b))) {
    passed += sum.passed;
    failed += sum.failed;
    const state = sum.failed > 0 ? "FAIL" : "ok  ";
    print(`${state}  ${check.padEnd(34)} ${String(sum.passed + sum.failed).padStart(5)} looks, ${sum.failed} failed, ${sum.looked} things seen`);
    for (const line of describe(sum.findings)) print(`      ${line}`);
  }
  print(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0;
}

function describe(findings) {
  const groups = new Map();
  for (const finding of findings) {
    // Numbers differ from page to page, the fault does not.
    const key = `${finding.rule}: ${finding.text}`.replace(/\d+(\.\d+)?/g, "#");
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(finding);
  }
  return [...groups.values()].sort((a, b) => b.length - a.length).flatMap((group) => {
    const pages = [...new Set(group.map((finding) => finding.where))];
    const targets = [...new Set(group.map((finding) => finding.target).filter((target) => target !== ""))];
    return [
      `${group[0].rule}: ${group[0].text}  [${group.length} × on ${pages.length} pages]`,
      ...(targets.length > 0 ? [`    at ${some(targets, SHOWN_TARGETS)}`] : []),
      `    on ${some(pages, SHOWN_PAGES)}`,
    ];
  });
}

function some(list, most) {
  const rest = list.length - most;
  return list.slice(0, most).join("  ·  ") + (rest > 0 ? `  · and ${rest} more` : "");
}
