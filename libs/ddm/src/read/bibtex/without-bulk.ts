/** Fields that no reference shows and that may be longer than all others together. */
const bulk = /^(?:abstract|annotation|annote|file|keywords|review|comment|copyright|timestamp|biburl|bibsource)$/i;

const field = /[,\s]([a-z][\w-]*)\s*=\s*(?=[{"])/giy;

/** An entry without the fields that no reference shows: parsing them takes most of the time. */
export function withoutBulk(source: string): string {
  let kept = '';
  let from = 0;
  let depth = 0;
  for (let i = 0; i < source.length; i++) {
    const character = source[i];
    if (character === '\\') i++;
    else if (character === '{') depth++;
    else if (character === '}') depth--;
    else if (depth === 1 && (character === ',' || character === '\n')) {
      field.lastIndex = i;
      const match = field.exec(source);
      const end = match ? valueEnd(source, field.lastIndex) : undefined;
      if (!match || end === undefined) continue;
      if (bulk.test(match[1] ?? '')) {
        kept += source.slice(from, i);
        from = end;
      }
      i = end - 1;
    }
  }
  return kept + source.slice(from);
}

/** Behind a value in braces or quotation marks; nothing where it is not closed or goes on with `#`. */
function valueEnd(source: string, from: number): number | undefined {
  const quoted = source[from] === '"';
  let depth = 0;
  for (let i = from; i < source.length; i++) {
    const character = source[i];
    if (character === '\\') i++;
    else if (character === '{') depth++;
    else if (character === '}') depth--;
    const closed = quoted ? i > from && character === '"' && depth === 0 : depth === 0 && character === '}';
    if (closed) return /^\s*[,}\n]/.test(source.slice(i + 1, i + 80)) ? i + 1 : undefined;
  }
  return undefined;
}
