// Two pages of one municipality in one language never share a title: a reader with
// two tabs open must see which is which.

export const name = "titles";

/** `pages` with their `title`; gives one result for every page. */
export function compare(pages) {
  const first = new Map();
  return pages.map((page) => {
    const key = [page.municipality, page.language, page.lang, page.title].join("|");
    const other = first.get(key);
    if (other === undefined) first.set(key, page.address);
    const findings = [];
    if (page.title.includes("\u00ad")) findings.push({ rule: "soft-hyphen", text: `in the title "${page.title}"`, target: "" });
    if (!page.title) findings.push({ rule: "no-title", text: "the page has no title", target: "" });
    else if (other !== undefined) findings.push({ rule: "same-title", text: `"${page.title}" is also the title of ${other}`, target: "" });
    return { page, findings, looked: 1 };
  });
}
