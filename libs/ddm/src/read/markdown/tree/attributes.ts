/** The attributes in braces that pandoc hangs on headings, images, spans and code: `{#fig:x .wide width=80%}`. */
export type Attributes = { id?: string; classes: string[]; values: Record<string, string> };

export const attributesPattern = String.raw`\{(?:\s*(?:[#.][\p{L}\p{N}_][\p{L}\p{N}_:.\-]*|[\p{L}][\p{L}\p{N}_:.\-]*=(?:"[^"]*"|[^\s{}"]+)|-|=[a-z]+))+\s*\}`;

const whole = new RegExp(String.raw`^\s*${attributesPattern}`, 'u');
const atEnd = new RegExp(String.raw`\s*(${attributesPattern})\s*$`, 'u');

export function parseAttributes(source: string): Attributes {
  const values: Record<string, string> = {};
  for (const [, name = '', quoted, bare] of source.matchAll(/([\p{L}][\p{L}\p{N}_:.-]*)=(?:"([^"]*)"|([^\s{}"]+))/gu)) {
    values[name] = quoted ?? bare ?? '';
  }
  const id = /(?:^|[\s{])#([^\s{}]+)/.exec(source)?.[1];
  const classes = [...source.matchAll(/(?:^|[\s{])\.([^\s{}]+)/g)].map(([, name = '']) => name);
  return { ...(id === undefined ? {} : { id }), classes, values };
}

/** A text without the attributes that it begins with, and these. */
export function takeLeadingAttributes(text: string): { text: string; attributes?: Attributes } {
  const match = whole.exec(text);
  return match ? { text: text.slice(match[0].length), attributes: parseAttributes(match[0].trim()) } : { text };
}

/** A text without the attributes at its end, and these. */
export function takeTrailingAttributes(text: string): { text: string; attributes?: Attributes } {
  const match = atEnd.exec(text);
  return match ? { text: text.slice(0, match.index), attributes: parseAttributes(match[1] ?? '') } : { text };
}
