import type { Facts } from '../facts.ts';

/** Title, authors with ORCIDs, and abstract of the head of a Markdown paper or of a metadata file, both YAML. */
export function metadataTruth(yaml: string): Facts {
  const lines = yaml.split('\n').filter((line) => !/^\s*#/u.test(line));
  const title = scalar(lines, 'title');
  const abstract = scalar(lines, 'abstract');
  const block = blockOf(lines, 'authors').join('\n');
  const orcids = [...block.matchAll(/^\s*-?\s*orcid:\s*["']?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])/gimu)].map(
    (match) => match[1] ?? '',
  );
  const authors = [...block.matchAll(/^\s*-?\s*name:\s*(.+)$/gmu)].map((match) => nameOf(unquote(match[1] ?? '')));
  return {
    ...(title === '' ? {} : { title }),
    ...(abstract === '' ? {} : { abstract }),
    ...(authors.length === 0 ? {} : { authors }),
    ...(orcids.length === 0 ? {} : { orcids }),
  };
}

/** The value of a key of the top level, lines joined, without quotes. */
function scalar(lines: readonly string[], key: string): string {
  const text = blockOf(lines, key)
    .join(' ')
    .replace(/^[>|][+-]?\s/u, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return unquote(text);
}

/** The lines of a key's value: what stands after its colon, and everything indented below. */
function blockOf(lines: readonly string[], key: string): string[] {
  const start = lines.findIndex((line) => line.startsWith(`${key}:`));
  if (start < 0) return [];
  const end = lines.findIndex((line, i) => i > start && /^[\w-]+:(?:\s|$)/u.test(line));
  const [head = '', ...rest] = lines.slice(start, end < 0 ? undefined : end);
  return [head.slice(key.length + 1).trim(), ...rest];
}

/** Given name first, without signs of notes. */
function nameOf(text: string): string {
  const [family = '', given] = text.replaceAll(/\[\^[^\]]*\]/gu, '').split(/,\s*/u);
  return withAccents(given === undefined ? family : `${given} ${family}`);
}

const accents: Readonly<Record<string, string>> = {
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '"': '\u0308',
  '~': '\u0303',
  c: '\u0327',
  v: '\u030c',
};

/** Accents as LaTeX writes them. */
function withAccents(text: string): string {
  return text
    .replaceAll(
      /\{?\\(['`^"~]|[cv](?=\{))\{?(\p{L})\}?\}?/gu,
      (_, sign: string, letter: string) => letter + accents[sign],
    )
    .normalize('NFC');
}

function unquote(text: string): string {
  const trimmed = text.replace(/\s+#\s.*$/u, '').trim();
  return /^(["'])[\s\S]*\1$/u.test(trimmed) ? trimmed.slice(1, -1).replaceAll(/\\(["\\])/gu, '$1') : trimmed;
}
