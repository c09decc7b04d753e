// What a page weighs as a phone receives it (docs/decisions/0010).

import { gzipSync } from "node:zlib";

export const name = "weight";

/** Bytes after gzip, the least that every server can do. A file of letters is small by itself; a page with a picture needs two. */
export const LIMITS = { page: 12 * 1024, style: 8 * 1024, letters: 15 * 1024 };

/** `kind` is a key of `LIMITS`. */
export function weigh(bytes, kind) {
  const sent = gzipSync(bytes).length;
  const tooHeavy = { rule: "too-heavy", text: `${sent} bytes as it is sent, at most ${LIMITS[kind]}`, target: "" };
  return { findings: sent > LIMITS[kind] ? [tooHeavy] : [], looked: bytes.length };
}
