import { DdmError } from '../ddm-error.ts';

/** One statement of a canonical N-Quads text. `object` is an IRI, or a lexical form when `literal` says so. */
export type Statement = {
  subject: string;
  predicate: string;
  object: string;
  literal: boolean;
  /** Only where it is not `xsd:string`. */
  datatype?: string;
  graph: string;
};

/**
 * Characters that canonical N-Quads writes as escapes: https://www.w3.org/TR/rdf-canon/#canonical-quads.
 * Those outside XML 1.1's `Char` production belong to them.
 */
// eslint-disable-next-line no-control-regex
const escaped = /["\\\u0000-\u001f\u007f\ufffe\uffff]/;
// eslint-disable-next-line no-control-regex
const allEscaped = /["\\\u0000-\u001f\u007f\ufffe\uffff]/g;
const shortEscapes: Record<string, string> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};
const shortMeanings: Record<string, string> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  '"': '"',
  "'": "'",
  '\\': '\\',
};

/** The lexical form as it stands between the quotation marks of canonical N-Quads. */
export function escapeLiteral(text: string): string {
  if (!escaped.test(text)) return text;
  return text.replaceAll(
    allEscaped,
    (character) =>
      shortEscapes[character] ?? `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
}

function unescapeLiteral(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replaceAll(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/gs, (_, short, long, character) => {
    const hex: unknown = short ?? long;
    if (typeof hex === 'string') return String.fromCodePoint(Number.parseInt(hex, 16));
    return shortMeanings[String(character)] ?? String(character);
  });
}

/**
 * Canonical N-Quads of lines without blank nodes: each once, in code point order, each ended by a line feed.
 * @throws {DdmError} `ddm/invalid-text` when a text holds half a surrogate pair, which UTF-8 cannot write
 */
export function canonicalText(lines: string[]): string {
  if (lines.length === 0) return '';
  const whole = lines.join('\n');
  if (!whole.isWellFormed()) throw new DdmError('ddm/invalid-text', 'A text holds half a surrogate pair.');
  // UTF-16 order is code point order, unless characters beyond the basic plane meet those at its end.
  if (/[\ud800-\udbff]/.test(whole) && /[\ue000-\uffff]/.test(whole)) lines.sort(compareCodePoints);
  else lines.sort();
  return `${lines.filter((line, i) => line !== lines[i - 1]).join('\n')}\n`;
}

/** Order of two well-formed strings by code points, which is also that of their UTF-8 bytes. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return codePointRank(x) - codePointRank(y);
  }
  return a.length - b.length;
}

/** Surrogates stand for characters beyond all others. */
function codePointRank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

/**
 * Reads text as `canonicalText` writes it; much faster than a parser of all of N-Quads.
 * @throws {DdmError} `ddm/malformed-graph` at a line of another form
 */
export function* parseCanonical(nquads: string): Generator<Statement> {
  let start = 0;
  for (let line = 1; start < nquads.length; line++) {
    const end = nquads.indexOf('\n', start);
    const statement = end < 0 ? undefined : parseLine(nquads.slice(start, end));
    if (!statement) throw new DdmError('ddm/malformed-graph', `Line ${line} is not a statement in canonical N-Quads.`);
    yield statement;
    start = end + 1;
  }
}

function parseLine(line: string): Statement | undefined {
  const subjectEnd = line.indexOf('> <');
  const predicateEnd = line.indexOf('> ', subjectEnd + 3);
  const graphStart = line.lastIndexOf(' <');
  if (!line.startsWith('<') || !line.endsWith('> .') || subjectEnd < 0 || predicateEnd < 0) return undefined;
  if (graphStart <= predicateEnd + 1) return undefined;
  const subject = line.slice(1, subjectEnd);
  const predicate = line.slice(subjectEnd + 3, predicateEnd);
  const object = line.slice(predicateEnd + 2, graphStart);
  const graph = line.slice(graphStart + 2, -3);
  if (object.startsWith('<') && object.endsWith('>')) {
    return { subject, predicate, object: object.slice(1, -1), literal: false, graph };
  }
  const quote = object.lastIndexOf('"');
  if (!object.startsWith('"') || quote === 0) return undefined;
  const text = unescapeLiteral(object.slice(1, quote));
  const type = object.slice(quote + 1);
  if (type === '') return { subject, predicate, object: text, literal: true, graph };
  if (!type.startsWith('^^<') || !type.endsWith('>')) return undefined;
  return { subject, predicate, object: text, literal: true, datatype: type.slice(3, -1), graph };
}
