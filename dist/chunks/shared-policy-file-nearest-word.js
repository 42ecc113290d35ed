// src/policy/file/nearest-word.ts
var MAX_LENGTH = 80;
function nearest(word, known) {
  const wanted = normal(word);
  if (wanted === "" || wanted.length > MAX_LENGTH) return void 0;
  let best;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const each of known) {
    const distance = edits(wanted, normal(each));
    if (distance < least) {
      best = each;
      least = distance;
    }
  }
  return best ?? (wanted.length < 4 ? void 0 : known.find((each) => normal(each).startsWith(wanted) || normal(each).endsWith(`/${wanted}`)));
}
function normal(word) {
  return word.trim().toLowerCase().replace(/[_\s]/g, "-");
}
function edits(a, b) {
  let beforeLast = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min((last[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1));
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      line.push(cost);
    }
    beforeLast = last;
    last = line;
  }
  return last[b.length] ?? 0;
}

export {
  nearest
};
