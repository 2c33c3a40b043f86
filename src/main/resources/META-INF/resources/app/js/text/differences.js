// What leads from one text to another, by lines: what stays keeps the cursor, the folds and the place it is scrolled to.

// Where each line stands that stands there once.
function once(lines) {
  const places = new Map();
  lines.forEach((line, at) => places.set(line, places.has(line) ? null : at));
  return new Map([...places].filter(([, at]) => at != null));
}

// As many pairs as go forward in both texts (patience sorting).
function forward(pairs) {
  const piles = [];
  for (const [from, to] of pairs) {
    let [low, high] = [0, piles.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      [low, high] = piles[middle].to < to ? [middle + 1, high] : [low, middle];
    }
    piles[low] = { from, to, before: piles[low - 1] };
  }
  const chain = [];
  for (let one = piles.at(-1); one; one = one.before) {
    chain.push(one);
  }
  return chain.reverse();
}

// Both ends that are the same are taken off.
function narrowed(before, after, { from, end, to, stop }) {
  while (from < end && to < stop && before[from] === after[to]) {
    [from, to] = [from + 1, to + 1];
  }
  while (from < end && to < stop && before[end - 1] === after[stop - 1]) {
    [end, stop] = [end - 1, stop - 1];
  }
  return { from, end, to, stop };
}

// The gaps between what stays: from and end in the one, to and stop in the other.
export function gaps(before, after) {
  const whole = narrowed(before, after, { from: 0, end: before.length, to: 0, stop: after.length });
  const places = once(after.slice(whole.to, whole.stop));
  const pairs = [...once(before.slice(whole.from, whole.end))].filter(([line]) => places.has(line))
    .map(([line, at]) => [whole.from + at, whole.to + places.get(line)]);
  const found = [];
  let [from, to] = [whole.from, whole.to];
  for (const stays of [...forward(pairs), { from: whole.end, to: whole.stop }]) {
    found.push(narrowed(before, after, { from, end: stays.from, to, stop: stays.to }));
    [from, to] = [stays.from + 1, stays.to + 1];
  }
  return found.filter((gap) => gap.from < gap.end || gap.to < gap.stop);
}

// The changes of a document (lines and their offsets) that make it this text.
export function changes(document, text) {
  const before = document.toString().split("\n");
  const after = text.split("\n");
  const starts = [0];
  before.forEach((line) => starts.push(starts.at(-1) + line.length + 1));
  return gaps(before, after).map(({ from, end, to, stop }) => {
    const insert = after.slice(to, stop).map((line) => `${line}\n`).join("");
    return within({ from: starts[from], to: starts[end], insert }, document.length);
  }).map((change) => narrow(document, change));
}

// The last line ends without a line end, which the gap then has in front of it.
function within({ from, to, insert }, length) {
  const isLast = to > length;
  return isLast && insert === "" ? { from: Math.max(0, from - 1), to: length, insert }
    : isLast && from > length ? { from: length, to: length, insert: `\n${insert.slice(0, -1)}` }
    : isLast ? { from, to: length, insert: insert.slice(0, -1) } : { from, to, insert };
}

// The characters that differ, where some of a line are the same.
function narrow(document, { from, to, insert }) {
  const { from: start, end, stop, to: behind } = narrowed(document.sliceString(from, to), insert, { from: 0, end: to - from, to: 0, stop: insert.length });
  return { from: from + start, to: from + end, insert: insert.slice(behind, stop) };
}
