/**
 * Rows of a serialised SELECT result. Counted in the text, because taking rows from the engine one by one is many times
 * slower. It relies on what the formats guarantee, which the tests check against the engine's own row count.
 */
export function countRows(text: string, mediaType: string): number {
  switch (mediaType) {
    case 'text/tab-separated-values':
      // Line breaks in terms are escaped; the first line is the head.
      return occurrences(text, '\n') - 1;
    case 'text/csv':
      return csvLines(text) - 1;
    case 'application/sparql-results+xml':
      // In text and attributes `<` is always an entity.
      return occurrences(text, '<result>');
    default:
      return jsonBindings(text);
  }
}

export function occurrences(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) count += 1;
  return count;
}

/** Line breaks outside of quoted fields: a quote inside a field is doubled, which toggles twice. */
function csvLines(text: string): number {
  let lines = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) quoted = !quoted;
    else if (unit === 0x0a && !quoted) lines += 1;
  }
  return lines;
}

/** Objects directly inside `results.bindings`, which is the third level of objects and arrays. */
function jsonBindings(text: string): number {
  let rows = 0;
  let depth = 0;
  for (let at = text.indexOf('"bindings":['); at !== -1 && at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) at = endOfString(text, at);
    else if (unit === 0x7b) {
      if (depth === 0) rows += 1;
      depth += 1;
    } else if (unit === 0x7d) depth -= 1;
  }
  return rows;
}

function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(at - 1 - backslashes) === 0x5c) backslashes += 1;
    if (backslashes % 2 === 0) return at;
  }
  return text.length;
}
