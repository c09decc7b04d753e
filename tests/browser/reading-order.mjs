// What a screen reader meets, and in which order: Chromium's accessibility tree, not the document. At a step it must
// be: the heading, which frame it is, the fixed answers (who decides among them), and then what can happen next.

export const name = "reading-order";

export async function look(page) {
  const steps = await page.evaluate(expectedOrder);
  const heard = await readAloud(page);
  const findings = [];
  let at = 0;
  for (const { what, text } of steps) {
    const found = text === "" ? -1 : heard.findIndex((line, index) => index >= at && line.includes(text));
    if (found === -1) {
      const elsewhere = heard.some((line) => text !== "" && line.includes(text));
      findings.push({ rule: "reading-order", text: `${what} ${elsewhere ? "comes too early" : "is not read"}`, target: text });
    } else {
      at = found;
    }
  }
  return { findings, looked: steps.length };
}

/** Per step: heading, frame, answers, outcomes. On a stage page one step, on the page of all steps each of the list. */
function expectedOrder() {
  const textOf = (element) => (element?.textContent ?? "").replace(/\u00ad/g, "").replace(/\s+/g, " ").trim();
  const parts = (root, heading, frame, answers, outcomes) => [
    { what: "the heading", text: textOf(root.querySelector(heading)) },
    { what: "the frame", text: textOf(root.querySelector(frame)) },
    ...[...root.querySelectorAll(answers)].map((answer) => ({ what: "an answer", text: textOf(answer) })),
    ...(root.querySelector(".ow-outcome-list") ? [{ what: "what can happen next", text: textOf(root.querySelector(outcomes)) }] : []),
  ];
  if (document.querySelector(".ow-stage-head")) {
    return parts(document, ".ow-stage-head h1", ".ow-stage-head .ow-frame-label", ".ow-answer-box dt", "#hierna");
  }
  return [...document.querySelectorAll(".ow-step-list > li")].flatMap((step) => parts(step, "h2", ".ow-frame-label", "dt", "h3"));
}

/** Headings and texts of the accessibility tree, in the order of the tree. */
async function readAloud(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = [];
  const visit = (node) => {
    const isSaid = !node.ignored && ["heading", "StaticText"].includes(node.role?.value);
    if (isSaid) lines.push((node.name?.value ?? "").replace(/\u00ad/g, "").replace(/\s+/g, " ").trim());
    for (const child of node.childIds ?? []) if (byId.has(child)) visit(byId.get(child));
  };
  visit(nodes[0]);
  return lines;
}
