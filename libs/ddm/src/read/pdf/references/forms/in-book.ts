import { isInitial } from '../model/initials.ts';
import type { Label } from '../model/labels.ts';
import type { Token } from '../model/tokens.ts';

/** Tokens after "In" among which editors are looked for. */
const reach = 40;

/**
 * ". In Proceedings of …": what the work stands in, up to the next sign. "In J. Doe (Ed.), Files of …": its editors first;
 * where they are told in another way, nothing is sure.
 */
export function inBook(tokens: readonly Token[]): Map<number, Label> {
  const known = new Map<number, Label>();
  const at = tokens.findIndex((_, i) => i > 3 && opensBook(tokens, i));
  if (at < 0) return known;
  const from = tokens[at + 1]?.text === ':' ? at + 2 : at + 1;
  const editors = editorsEnd(tokens, from);
  const start = editors < 0 ? from : editors + 1;
  const end = nameEnd(tokens, start);
  const name = tokens.slice(start, end);
  const isName = /^[\p{Lu}\d]/u.test(name[0]?.text ?? '') && !name.some(({ text }) => isInitial(text));
  const isUnsure = editors < 0 && namesEditors(tokens.slice(from, from + reach));
  if (!isName || isUnsure || tokens[end]?.text === ';') return known;
  if (editors >= 0) for (let i = at; i <= editors; i++) known.set(i, 'editor');
  for (let i = editors < 0 ? at : start; i < end; i++) known.set(i, 'container');
  return known;
}

/** The comma after "(Eds.)", where nothing but names stands before it; -1 if there are no such editors. */
function editorsEnd(tokens: readonly Token[], from: number): number {
  const open = tokens.findIndex(({ text }, i) => i > from && i < from + reach && /^[([]$/.test(text));
  const close = tokens.findIndex(({ text }, i) => i > open && /^[)\]]$/.test(text));
  const isEditors = open > 0 && /^(?:eds?|editors?|hrsg|hgg?)$/i.test(tokens[open + 1]?.text ?? '') && close - open < 4;
  const small = tokens.slice(from, open).filter(({ text }) => /^\p{Ll}{5,}$/u.test(text)).length;
  return isEditors && small === 0 && /^[,:.]$/.test(tokens[close + 1]?.text ?? '') ? close + 1 : -1;
}

function namesEditors(tokens: readonly Token[]): boolean {
  return tokens.some(({ text }) => /^(?:eds?|editors?|edited|hrsg|hgg?)$/i.test(text));
}

function nameEnd(tokens: readonly Token[], from: number): number {
  const stop = tokens.findIndex(
    (_, i) => i > from && (isSign(tokens, i) || (isNumber(tokens, i) && isSign(tokens, i + 1))),
  );
  return stop < 0 ? tokens.length : stop;
}

function isSign(tokens: readonly Token[], i: number): boolean {
  return /^[.,;:()[\]]$/.test(tokens[i]?.text ?? '.');
}

function isNumber(tokens: readonly Token[], i: number): boolean {
  return /^\d+$/.test(tokens[i]?.text ?? '');
}

/** "In" after the end of a title; behind one in quotes it may be small. */
function opensBook(tokens: readonly Token[], i: number): boolean {
  const text = tokens[i]?.text ?? '';
  const before = tokens[i - 1]?.text === ',' ? i - 2 : i - 1;
  if (/^(?:in|dans)$/.test(text)) return /^[”"»’']$/.test(tokens[before]?.text ?? '');
  return text === 'In' && endsTitle(tokens, i - 1);
}

function endsTitle(tokens: readonly Token[], i: number): boolean {
  const text = tokens[i]?.text ?? '';
  return /^[?!”"]$/.test(text) || (text === '.' && !isInitial(tokens[i - 1]?.text));
}
