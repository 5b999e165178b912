/** One work cited in a group: what stands before and behind, and whether the names are left out. */
export type CitationItem = { key: string; prefix: string; suffix: string; suppressed: boolean };

/** The key of a citation: letters, digits and single marks inside, or anything in braces. */
export const keyPattern = String.raw`(?:\{[^{}\s]+\}|[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/]+(?=[\p{L}\p{N}_]))*)`;

const item = new RegExp(String.raw`^(?<prefix>.*?)(?<suppressed>-?)@(?<key>${keyPattern})(?<suffix>.*)$`, 'su');

/** The works of a group in square brackets, without the brackets; nothing if a part of it cites no work. */
export function parseGroup(content: string): CitationItem[] | undefined {
  const items = splitItems(content).map((part) => item.exec(part)?.groups);
  if (items.some((groups) => groups === undefined)) return undefined;
  return items.map((groups) => ({
    key: bareKey(groups?.key ?? ''),
    prefix: (groups?.prefix ?? '').trim(),
    suffix: (groups?.suffix ?? '').trim(),
    suppressed: groups?.suppressed === '-',
  }));
}

/** At semicolons, and at commas where authors separate keys by them (`[@a,@b]`; not `[e.g., @a]`). */
function splitItems(content: string): string[] {
  return content.split(/;|(?<=@[^;]*),(?=\s*-?@)/).filter((part) => part.trim() !== '');
}

export function bareKey(key: string): string {
  return key.startsWith('{') ? key.slice(1, -1) : key;
}
