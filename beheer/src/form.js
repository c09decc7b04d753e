// Between a file of the site and the form in the browser. What did not change stays exactly as it was, remarks too.
//
// Three things have another shape in a form (src/new/admin/field.rs says the same): a block with free names is a list of
// which each item begins with `_naam`; a file that is such a block has the one field `_alles`; a text or a block is a list
// of at most one item with a type. A list that is `onbekend` is a list with only that word.

import { Document, isCollection, isMap, isScalar, isSeq, parse, parseDocument, stringify, visit } from "yaml";

/** Travels with the form, unseen, so that a save can keep what the form does not show. */
const ORIGINAL = "_oorspronkelijk";
const UNKNOWN = "onbekend";
const LAYOUT = { lineWidth: 100, flowCollectionPadding: true };

/** What the form of a YAML file holds. */
export function formOfYaml(text, fields) {
  return { ...shown(parse(text) ?? {}, fields), [ORIGINAL]: text };
}

/** The text of a YAML file after the form was changed. */
export function yamlOfForm(form, fields) {
  return lineEnded(changed(form[ORIGINAL] ?? "", form, fields));
}

/** What the form of a Markdown file holds. */
export function formOfMarkdown(text, fields) {
  const { head, body } = parts(text);
  return { ...shown(parse(head) ?? {}, fields), body: body.trim(), [ORIGINAL]: text };
}

/** The text of a Markdown file after the form was changed. */
export function markdownOfForm(form, fields) {
  const { head, body } = parts(form[ORIGINAL] ?? "");
  const { body: typed = "", ...values } = form;
  const text = (typed ?? "").trim() === body.trim() ? body : typed.trim();
  return lineEnded(`---\n${changed(head, values, fields)}---\n${text}`);
}

function parts(text) {
  const found = /^---\n([\s\S]*?\n)?---\n?([\s\S]*)$/.exec(text);
  return found ? { head: found[1] ?? "", body: found[2] } : { head: "", body: text };
}

// ---- values: file to form ----

function shown(values, fields) {
  const all = fields.find((field) => field.name === "_alles");
  if (all) return { _alles: named(values, all) };
  const known = new Map(fields.map((field) => [field.name, field]));
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, known.has(key) ? shownValue(value, known.get(key)) : value]),
  );
}

function shownValue(value, field) {
  if (value === null || value === undefined) return undefined;
  if (field.types) return [shownChoice(value, field)];
  if (isNamedList(field)) return isBlock(value) ? named(value, field) : value;
  if (field.widget === "list" || field.multiple) return shownList(value, field);
  if (field.fields && isBlock(value)) return shown(value, field.fields);
  return value;
}

function shownChoice(value, { types: [text, block] }) {
  return isBlock(value) ? { type: block.name, ...shown(value, block.fields) } : { type: text.name, tekst: value };
}

function shownList(value, { fields }) {
  if (value === UNKNOWN) return fields ? [{ [fields[0].name]: UNKNOWN }] : [UNKNOWN];
  if (!Array.isArray(value)) return value;
  return fields ? value.map((item) => (isBlock(item) ? shown(item, fields) : item)) : value;
}

function named(block, { fields }) {
  const isOneValue = fields.length === 2 && fields[1].name === "_waarde";
  return Object.entries(block).map(([name, value]) => ({
    _naam: name,
    ...(isOneValue ? { _waarde: value } : shown(value ?? {}, fields)),
  }));
}

// ---- values: form to file ----

/** A field that was left empty is not written. */
function written(values, fields) {
  const all = fields.find((field) => field.name === "_alles");
  if (all) return writtenNames(values._alles ?? [], all);
  const known = new Map(fields.map((field) => [field.name, field]));
  const pairs = Object.entries(values)
    .filter(([key]) => key !== ORIGINAL && !key.startsWith("__"))
    .map(([key, value]) => [key, known.has(key) ? writtenValue(value, known.get(key)) : value]);
  return Object.fromEntries(inOrder(pairs.filter(([, value]) => !isEmpty(value)), fields));
}

function writtenValue(value, field) {
  if (isEmpty(value)) return undefined;
  if (field.types) return writtenChoice([value].flat()[0], field);
  if (isNamedList(field)) return Array.isArray(value) ? writtenNames(value, field) : value;
  if (field.widget === "list" || field.multiple) return writtenList(value, field);
  if (field.fields && isBlock(value)) return written(value, field.fields);
  if (field.widget === "select") return chosen(value, field);
  return typeof value === "string" ? value.trim() : value;
}

function writtenChoice(item, { types: [text, block] }) {
  if (item.type === text.name) return item.tekst?.trim();
  const { type: _, ...values } = item;
  return written(values, block.fields);
}

function writtenList(value, field) {
  const items = [value].flat().map((item) => (field.fields && isBlock(item) ? written(item, field.fields) : item));
  const full = items.map((item) => (typeof item === "string" ? item.trim() : item)).filter((item) => !isEmpty(item));
  return full.length === 1 && isOnlyUnknown(full[0], field) ? UNKNOWN : full;
}

function isOnlyUnknown(item, { fields }) {
  return fields ? equal(item, { [fields[0].name]: UNKNOWN }) : item === UNKNOWN;
}

function writtenNames(items, { fields }) {
  const isOneValue = fields.length === 2 && fields[1].name === "_waarde";
  const entries = items.filter((item) => item?._naam).map(({ _naam, _waarde, ...values }) => [
    _naam.trim(),
    isOneValue ? _waarde : written(values, fields),
  ]);
  return Object.fromEntries(entries);
}

/** A form may give the number of a choice back as text. */
function chosen(value, { options = [] }) {
  const option = options.find((one) => String(one.value ?? one) === String(value));
  return option === undefined ? value : (option.value ?? option);
}

// ---- text: only what changed is written anew ----

/** The text with the values of the form; every first-level key of which the value is the same keeps its letters. */
function changed(original, form, fields) {
  const before = parse(original) ?? {};
  const after = written(form, fields);
  // What the form makes of the file itself: only a difference with that is a change that somebody made.
  const untouched = written(shown(before, fields), fields);
  const slices = slicesOf(original);
  const order = Object.keys(after);
  const texts = new Map();
  for (const [key, slice] of slices.pairs) {
    if (!(key in after)) texts.set(key, slice.lead.replace(/^\s+/, ""));
    else if (equal(after[key], untouched[key])) texts.set(key, slice.lead + slice.text);
    else texts.set(key, slice.lead + rewritten(slice.text, key, after[key], fieldOf(fields, key)));
  }
  const added = order.filter((key) => !texts.has(key) && !isEmpty(after[key]));
  const sequence = [...texts.keys()];
  for (const key of added) {
    texts.set(key, addedBlock(key, after[key]));
    sequence.splice(placeFor(key, sequence, order), 0, key);
  }
  return slices.head + sequence.map((key) => lineEnded(texts.get(key))).join("") + slices.tail;
}

/** A key that was not there: short lists on one line, as in the other files. */
function addedBlock(key, value) {
  const document = new Document({ [key]: value });
  visit(document, {
    Seq(_, node) {
      if (isPlainList(node.toJSON())) node.flow = true;
    },
  });
  return withoutPadding(document.toString(LAYOUT));
}

/** Before the first key that belongs behind it. */
function placeFor(key, sequence, order) {
  const own = order.indexOf(key);
  const later = sequence.findIndex((other) => order.indexOf(other) > own);
  return later < 0 ? sequence.length : later;
}

function lineEnded(text) {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}

/** The text of each first-level key, with the remarks above it apart. */
function slicesOf(text) {
  const document = parseDocument(text);
  if (!isMap(document.contents) || document.contents.flow) return { head: isMap(document.contents) ? "" : text, pairs: new Map(), tail: "" };
  const items = document.contents.items;
  const starts = items.map((pair) => text.lastIndexOf("\n", pair.key.range[0] - 1) + 1);
  const bodies = starts.map((start, index) => withoutLead(text.slice(start, starts[index + 1] ?? text.length)));
  const pairs = new Map();
  let lead = "";
  items.forEach((pair, index) => {
    pairs.set(String(pair.key.value ?? pair.key), { lead, text: bodies[index].own });
    lead = bodies[index].rest;
  });
  return { head: text.slice(0, starts[0]), pairs, tail: lead };
}

/** Empty lines and remarks at the left margin at the end belong to the key that follows. */
function withoutLead(slice) {
  const lines = slice.match(/[^\n]*\n|[^\n]+/g) ?? [];
  let end = lines.length;
  while (end > 1 && /^(#.*)?\s*$/.test(lines[end - 1])) end -= 1;
  return { own: lines.slice(0, end).join(""), rest: lines.slice(end).join("") };
}

/** Only the words that changed; when more than words changed, the whole block. */
function rewritten(text, key, value, field) {
  const document = parseDocument(text);
  const pair = document.contents.items[0];
  const words = changedWords(pair.value, value);
  if (words) return words.toSorted((one, other) => other.from - one.from).reduce(replaced, text);
  pair.value = merged(document, pair.value, value, field);
  return withoutPadding(document.toString(LAYOUT));
}

function replaced(text, { from, to, word }) {
  return text.slice(0, from) + word + text.slice(to);
}

/** Where which words come; `null` when something was added or taken away, or when a text has lines of its own. */
function changedWords(node, value) {
  if (isMap(node) && isBlock(value)) {
    const names = node.items.map(nameOf);
    if (names.length !== Object.keys(value).length || names.some((name) => !(name in value))) return null;
    return together(node.items.map((pair) => changedWords(pair.value, value[nameOf(pair)])));
  }
  if (isSeq(node) && Array.isArray(value)) {
    return node.items.length === value.length ? together(node.items.map((item, index) => changedWords(item, value[index]))) : null;
  }
  if (!isScalar(node) || typeof value === "object") return null;
  if (node.value === value) return [];
  const [from, to] = node.range;
  return node.source?.includes("\n") || String(node.type).startsWith("BLOCK") ? null : [{ from, to, word: asWord(value) }];
}

function together(parts) {
  return parts.includes(null) ? null : parts.flat();
}

/** A value as it may stand anywhere, also between brackets. */
function asWord(value) {
  return stringify([value], { collectionStyle: "flow", lineWidth: 0 }).trim().slice(1, -1).trim();
}

/** `[a, b]` has no spaces at its ends, and `{ a: b }` has. */
function withoutPadding(text) {
  const cuts = [];
  visit(parseDocument(text), {
    Seq(_, node) {
      if (node.flow && node.items.length > 0) cuts.push(node.range[0] + 1, node.range[1] - 2);
    },
  });
  const spaces = new Set(cuts.filter((at) => text[at] === " "));
  return text.split("").filter((_, at) => !spaces.has(at)).join("");
}

/** The node with another value: what is equal inside it stays the node that it was. */
function merged(document, node, value, field) {
  if (isMap(node) && isBlock(value)) return mergedMap(document, node, value, field);
  if (isSeq(node) && Array.isArray(value)) return mergedList(document, node, value, field);
  if (isScalar(node) && !isBlock(value) && !Array.isArray(value)) {
    if (node.value !== value) node.value = value;
    return node;
  }
  const made = document.createNode(value);
  if (isCollection(made) && (isCollection(node) ? node.flow : isPlainList(value))) made.flow = true;
  if (node) [made.comment, made.commentBefore, made.spaceBefore] = [node.comment, node.commentBefore, node.spaceBefore];
  return made;
}

function mergedMap(document, node, value, field) {
  node.items = node.items.filter((pair) => nameOf(pair) in value || isEmpty(pair.value?.toJSON?.()));
  const order = Object.keys(value);
  for (const [name, inner] of Object.entries(value)) {
    const innerField = fieldOf(isNamedList(field) ? [] : field?.fields, name) ?? (isNamedList(field) ? { fields: field.fields } : undefined);
    const pair = node.items.find((one) => nameOf(one) === name);
    if (pair) {
      pair.value = merged(document, pair.value, inner, innerField);
    } else {
      const made = document.createPair(name, inner);
      if (isPlainList(inner)) made.value.flow = true;
      node.items.splice(placeFor(name, node.items.map(nameOf), order), 0, made);
    }
  }
  return node;
}

/** Equal items at the beginning and at the end stay; what lies between is taken item by item, as far as it goes. */
function mergedList(document, node, values, field) {
  const old = node.items.map((item) => item?.toJSON?.() ?? item);
  let start = 0;
  while (start < old.length && start < values.length && equal(old[start], values[start])) start += 1;
  let end = 0;
  while (end < old.length - start && end < values.length - start && equal(old.at(-1 - end), values.at(-1 - end))) end += 1;
  const sameLength = old.length === values.length;
  const between = values.slice(start, values.length - end).map((value, index) =>
    sameLength ? merged(document, node.items[start + index], value, field && { fields: field.fields }) : document.createNode(value),
  );
  node.items = [...node.items.slice(0, start), ...between, ...node.items.slice(old.length - end)];
  return node;
}

// ---- small things ----

function fieldOf(fields, name) {
  return fields?.find((field) => field.name === name) ?? fields?.find((field) => field.name === "_alles");
}

function isNamedList(field) {
  return field?.fields?.[0]?.name === "_naam";
}

function nameOf(pair) {
  return String(pair.key?.value ?? pair.key);
}

/** In the order of the fields; what the form does not know comes last, as it came. */
function inOrder(pairs, fields) {
  const place = new Map(fields.map((field, index) => [field.name, index]));
  return pairs.toSorted(([one], [other]) => (place.get(one) ?? fields.length) - (place.get(other) ?? fields.length));
}

function isBlock(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A short list of words stands on one line. */
function isPlainList(value) {
  return Array.isArray(value) && value.every((item) => typeof item !== "object" && String(item).length < 40);
}

function isEmpty(value) {
  if (value === undefined || value === null || value === "") return true;
  if (Array.isArray(value)) return value.every(isEmpty);
  return isBlock(value) && Object.values(value).every(isEmpty);
}

function equal(one, other) {
  return isEmpty(one) && isEmpty(other) ? true : same(one, other);
}

function same(one, other) {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => equal(item, other[index]));
  }
  if (!isBlock(one) || !isBlock(other)) return false;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => equal(one[key], other[key]));
}
