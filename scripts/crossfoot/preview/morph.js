// Makes a tree of nodes like a fresh one and touches only what differs, so that the
// browser keeps the reader's place. Returns the elements that are new.

const SOLID = new Set(["svg", "MATH", "math", "PRE", "P", "H1", "H2", "H3", "H4", "H5", "H6"]);

export function morph(old, fresh) {
  const changed = [];
  become(old, fresh, changed);
  return changed;
}

function become(old, fresh, changed) {
  attributes(old, fresh);
  const before = [...old.childNodes];
  const after = [...fresh.childNodes];
  let start = 0;
  while (start < before.length && start < after.length && before[start].isEqualNode(after[start])) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end).isEqualNode(after.at(-1 - end))) end++;
  const rest = end ? before.at(-end) : null;
  align(old, before.slice(start, before.length - end), after.slice(start, after.length - end), rest, changed);
}

// Pairs what stands between the same ends: equal nodes first, then what lies between
// them, one by one where there are as many on both sides.
function align(parent, before, after, rest, changed) {
  if (before.length !== after.length) {
    const where = single(before);
    const there = single(after);
    let done = 0;
    let from = 0;
    for (const [to, node] of after.entries()) {
      const at = there.get(key(node)) === to ? where.get(key(node)) : undefined;
      if (at === undefined || at < done) continue;
      put(parent, before.slice(done, at), after.slice(from, to), before[at], changed);
      done = at + 1;
      from = to + 1;
    }
    put(parent, before.slice(done), after.slice(from), rest, changed);
  } else {
    put(parent, before, after, rest, changed);
  }
}

// Where the nodes stand of which there is only one: equal ones tell nothing.
function single(nodes) {
  const where = new Map();
  for (const [at, node] of nodes.entries()) {
    const name = key(node);
    where.set(name, where.has(name) ? undefined : at);
  }
  return where;
}

function put(parent, before, after, rest, changed) {
  const pairs = before.length === after.length;
  for (const [at, node] of after.entries()) {
    const old = pairs ? before[at] : null;
    if (old?.isEqualNode(node)) continue;
    if (old && alike(old, node)) become(old, node, changed);
    else insert(parent, node, old ?? rest, changed);
    if (old && !alike(old, node)) old.remove();
  }
  if (pairs) return;
  for (const node of before) node.remove();
  if (!after.length && before.some((node) => key(node).trim())) mark(rest ?? parent.lastChild ?? parent, changed);
}

function insert(parent, node, next, changed) {
  const own = parent.ownerDocument.importNode(node, true);
  parent.insertBefore(own, next);
  if (own.nodeType === Node.ELEMENT_NODE || own.textContent.trim()) mark(own, changed);
}

function mark(node, changed) {
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  if (element && changed.at(-1) !== element) changed.push(element);
}

// Elements that hold other elements and no words of their own are entered.
function alike(old, fresh) {
  return (
    old.nodeType === Node.ELEMENT_NODE &&
    old.nodeName === fresh.nodeName &&
    old.id === fresh.id &&
    !SOLID.has(old.nodeName) &&
    [old, fresh].every((one) => one.children.length && [...one.childNodes].every(silent))
  );
}

function silent(node) {
  return node.nodeType !== Node.TEXT_NODE || !node.data.trim();
}

function key(node) {
  return node.outerHTML ?? node.data ?? "";
}

function attributes(old, fresh) {
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of [...fresh.attributes]) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
}
