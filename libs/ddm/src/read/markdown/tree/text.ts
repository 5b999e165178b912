import { element } from '../../xml/element.ts';
import type { XmlNode } from '../../xml/tree.ts';
import { attributesPattern } from './attributes.ts';
import { bareKey, keyPattern, parseGroup } from './citation-group.ts';
import { readPart } from './commands.ts';
import type { MarkdownContext } from './context.ts';
import { Labels } from './labels.ts';
import { smart } from './smart.ts';

/** What pandoc reads in plain text: groups of citations, citations in a sentence, spans, notes, scripts, numbers of entries. */
const special = new RegExp(
  [
    String.raw`\[(?<group>[^\[\]]*?-?@${keyPattern}[^\[\]]*)\]`,
    String.raw`(?<![\p{L}\p{N}_.@})])(?<suppressed>-?)@(?<key>${keyPattern})(?: \[(?<locator>[^\[\]@]{1,80})\])?`,
    String.raw`\[(?<span>[^\[\]]*)\](?:${attributesPattern})`,
    String.raw`\^\[(?<note>[^\[\]]+)\]`,
    String.raw`~(?<sub>[^\s~]{1,40})~`,
    String.raw`\^(?<sup>[^\s^\[]{1,40})\^`,
    String.raw`\[(?<numbers>\d{1,3}(?:\s?[,;\u2013-]\s?\d{1,3})*)\]`,
  ].join('|'),
  'gu',
);

/**
 * A text of Markdown, with everything in it that only pandoc knows.
 * @param before the character in front of it
 * @param goesOn whether something follows without a space
 */
export function readText(value: string, before: string, goesOn: boolean, context: MarkdownContext): XmlNode[] {
  const nodes: XmlNode[] = [];
  const append = (read: readonly XmlNode[]): void => {
    for (const node of read) nodes.push(node);
  };
  const plain = (text: string, more: boolean): void => {
    if (text !== '') append(readPlain(text, lastCharacter(nodes) || before, more, context));
  };
  let end = 0;
  for (const match of value.matchAll(special)) {
    const read = readSpecial(match, context);
    if (!read) continue;
    plain(value.slice(end, match.index), true);
    append(read);
    end = match.index + match[0].length;
  }
  plain(value.slice(end), goesOn);
  return nodes;
}

/** A text without citations: placeholders are filled, punctuation is set. */
export function readPlain(text: string, before: string, goesOn: boolean, context: MarkdownContext): XmlNode[] {
  const nodes: XmlNode[] = [];
  const pieces = context.parts.split(text);
  for (const [i, piece] of pieces.entries()) {
    const more = i < pieces.length - 1 || goesOn;
    if (typeof piece === 'string') nodes.push(smart(piece, lastCharacter(nodes) || before, more));
    else for (const node of readPart(piece, context)) nodes.push(node);
  }
  return nodes;
}

function readSpecial(match: RegExpMatchArray, context: MarkdownContext): XmlNode[] | undefined {
  const { group, suppressed, key, locator, span, note, sub, sup, numbers } = match.groups ?? {};
  const inner = (text: string): XmlNode[] => readText(text, '', false, context);
  if (group !== undefined) return readGroup(group, context);
  if (key !== undefined) return readKey(bareKey(key), suppressed === '-', locator ?? '', context);
  if (span !== undefined) return inner(span);
  if (note !== undefined) return [element('fn', {}, [element('p', {}, inner(note))])];
  if (sub !== undefined) return [element('sub', {}, inner(sub))];
  if (sup !== undefined) return [element('sup', {}, inner(sup))];
  return readNumbers(match[0], numbers ?? '', context);
}

function readGroup(content: string, context: MarkdownContext): XmlNode[] | undefined {
  const items = parseGroup(content);
  if (!items) return undefined;
  if (items.every(({ key }) => Labels.isLabel(key) && !context.citations.has(key))) {
    return items.flatMap(({ key }, i) => [i === 0 ? '' : ', ', context.labels.reference(key, 'named')]);
  }
  // Words around a key are Markdown too.
  return context.citations
    .group(items)
    .flatMap((node) => (typeof node === 'string' ? readPlain(node, 'x', true, context) : [node]));
}

function readKey(key: string, suppressed: boolean, locator: string, context: MarkdownContext): XmlNode[] | undefined {
  if (!context.citations.isExpected && !Labels.isLabel(key)) return undefined;
  if (Labels.isLabel(key) && !context.citations.has(key)) return [context.labels.reference(key, 'named')];
  if (!suppressed) return context.citations.narrative(key, locator);
  return context.citations.group([{ key, prefix: '', suffix: locator, suppressed: true }]);
}

/** "[3, 5–7]" cites where the paper lists numbered entries. */
function readNumbers(marker: string, numbers: string, context: MarkdownContext): XmlNode[] | undefined {
  const cited = numbers.match(/\d+/g) ?? [];
  if (!cited.every((number) => context.numbered.has(number))) return undefined;
  const rid = cited.map((number) => `entry-${number}`).join(' ');
  return [element('xref', { 'ref-type': 'bibr', rid }, [marker])];
}

export function lastCharacter(nodes: readonly XmlNode[]): string {
  const last = nodes.at(-1);
  if (last === undefined) return '';
  return typeof last === 'string' ? last.slice(-1) : lastCharacter(last.children) || 'x';
}
