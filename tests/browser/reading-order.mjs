// What a screen reader meets, and in which order: Chromium's accessibility tree, not the document. At a step it must
// be: the heading, which frame it is, the fixed answers (who decides among them), and then what can happen next.

export const name = "reading-order";

export async function look(page) {
  const steps = await page.evaluate(expectedOrder);
  const heard = await readAloud(page);
  const starts = steps.map(({ heading }) => heard.findIndex(({ role, text }) => role === "heading" && text === heading));
  const findings = steps.flatMap(({ heading, parts }, step) => {
    if (starts[step] === -1) return [{ rule: "reading-order", text: "the heading is not read", target: heading }];
    const before = heard.slice(starts[step - 1] ?? 0, starts[step]);
    const after = heard.slice(starts[step] + 1, starts[step + 1]);
    return outOfOrder(parts, before, after).map((text) => ({ rule: "reading-order", text, target: heading }));
  });
  return { findings, looked: steps.length };
}

/** `before` is what is read between the heading of the step before and this one, `after` what is read up to the next. */
function outOfOrder(parts, before, after) {
  let at = 0;
  return parts.flatMap(({ what, text }) => {
    const found = text === "" ? -1 : after.findIndex((line, index) => index >= at && line.text === text);
    if (found === -1) {
      const isEarlier = text !== "" && [...before, ...after.slice(0, at)].some((line) => line.text === text);
      return [`${what} ${isEarlier ? "comes too early" : "is not read"}`];
    }
    at = found + 1;
    return [];
  });
}

/** Per step: heading, frame, answers, outcomes. On a stage page one step, on the page of all steps each of the list. */
function expectedOrder() {
  const textOf = (element) => (element?.textContent ?? "").replace(/\u00ad/g, "").replace(/\s+/g, " ").trim();
  const partsOf = (root, frame, answers, outcomes) => [
    { what: "the frame", text: textOf(root.querySelector(frame)) },
    ...[...root.querySelectorAll(answers)].map((answer) => ({ what: "an answer", text: textOf(answer) })),
    ...(root.querySelector(".ow-outcome-list") ? [{ what: "what can happen next", text: textOf(root.querySelector(outcomes)) }] : []),
  ];
  if (document.querySelector(".ow-stage-head")) {
    const parts = partsOf(document, ".ow-stage-head .ow-frame-label", ".ow-answer-box dt", "#hierna");
    return [{ heading: textOf(document.querySelector(".ow-stage-head h1")), parts }];
  }
  return [...document.querySelectorAll(".ow-step-list > li")].map((step) => {
    return { heading: textOf(step.querySelector("h2")), parts: partsOf(step, ".ow-frame-label", "dt", "h3") };
  });
}

/** Headings and texts of the accessibility tree, in the order of the tree. */
async function readAloud(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = [];
  const visit = (node) => {
    const role = node.role?.value;
    const text = (node.name?.value ?? "").replace(/\u00ad/g, "").replace(/\s+/g, " ").trim();
    if (!node.ignored && ["heading", "StaticText"].includes(role)) lines.push({ role, text });
    for (const child of node.childIds ?? []) if (byId.has(child)) visit(byId.get(child));
  };
  visit(nodes[0]);
  return lines;
}
