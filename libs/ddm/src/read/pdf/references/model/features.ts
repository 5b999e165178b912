import { isInitial } from './initials.ts';
import { type Segment, segmentsOf } from './segments.ts';
import type { Token } from './tokens.ts';

const months =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december|spring|summer|fall|winter)$/;
const venues =
  /^(?:proceedings|proc|conference|conf|journal|j|transactions|trans|annals|ann|symposium|symp|workshop|advances|review|rev|letters|lett|bulletin|bull|lecture|notes|arxiv|acta|int|intl|soc|phys|chem|am|sci)$/;
const houses =
  /^(?:press|publishers?|publishing|verlag|springer|elsevier|wiley|kluwer|academic|university|univ|editions?|éditions|books|sage|routledge|blackwell|ieee|acm|cambridge|oxford|mit)$/;

/** The form of a word: X capital, x small letter, d digit; runs of one kind are shortened to two. */
export function shapeOf(text: string): string {
  return text
    .replaceAll(/\p{Lu}/gu, 'X')
    .replaceAll(/[\p{Ll}\p{M}\p{Lo}]/gu, 'x')
    .replaceAll(/\d/g, 'd')
    .replaceAll(/(.)\1{2,}/g, (run, sign: string) => (sign === 'd' ? run.slice(0, 5) : sign + sign));
}

/** What a tagger sees of each token: its form, its neighbours, its place, and what has come before it. */
export function featuresOf(tokens: readonly Token[]): string[][] {
  const lower = tokens.map(({ text }) => text.toLowerCase());
  const shapes = tokens.map(({ text }) => shapeOf(text));
  const state = runningState(tokens);
  const segments = segmentsOf(tokens);
  const forms = segments.map(formOf);
  const kind = kindOf(lower, tokens);
  return tokens.map((token, i) => {
    const word = lower[i] ?? '';
    const shape = shapes[i] ?? '';
    const at = (offset: number): string => lower[i + offset] ?? (i + offset < 0 ? '^' : '$');
    const form = (offset: number): string => shapes[i + offset] ?? (i + offset < 0 ? '^' : '$');
    const place = Math.floor((10 * i) / tokens.length);
    const { inside, years, quotes, lastSign } = state[i] ?? { inside: '', years: 0, quotes: 0, lastSign: '' };
    const segment = segments[i];
    const start = segment?.from ?? 0;
    const own = forms[start] ?? '';
    const before = start > 0 ? (forms[start - 1] ?? '') : '^';
    const after = forms[segment?.to ?? tokens.length] ?? '$';
    return [
      `seg=${own}`,
      `seg,s=${own}|${shape}`,
      `seg,sign=${own}|${lastSign}|${Math.min(3, i - start)}`,
      `seg-1=${before}|${own}`,
      `seg+1=${own}|${after}`,
      `kind=${kind}|${lastSign}|${shape}`,
      `kind,years=${kind}|${years}|${own}`,
      `kind,place=${kind}|${place}`,
      `seg,w=${word}|${own}`,
      `p2=${word.slice(0, 2)}|${shape}`,
      `x4=${word.slice(-4)}`,
      `w=${word}`,
      `w-1=${at(-1)}`,
      `w+1=${at(1)}`,
      `w-2=${at(-2)}`,
      `w+2=${at(2)}`,
      `w-1w=${at(-1)}|${word}`,
      `ww+1=${word}|${at(1)}`,
      `s=${shape}`,
      `s-1s=${form(-1)}|${shape}`,
      `ss+1=${shape}|${form(1)}`,
      `s3=${form(-1)}|${shape}|${form(1)}`,
      `s5=${form(-2)}|${form(-1)}|${shape}|${form(1)}|${form(2)}`,
      `s+3=${shape}|${form(1)}|${form(2)}|${form(3)}`,
      `s-3=${form(-3)}|${form(-2)}|${form(-1)}|${shape}`,
      `p3=${word.slice(0, 3)}`,
      `x3=${word.slice(-3)}`,
      `x2=${word.slice(-2)}`,
      `place=${place}`,
      `place,s=${place}|${shape}`,
      `first=${Math.min(i, 4)}`,
      `last=${Math.min(tokens.length - 1 - i, 4)}`,
      `in=${inside}|${shape}`,
      `years=${years}|${shape}`,
      `quotes=${quotes}`,
      `quotes,s-1=${quotes}|${form(-1)}`,
      `sign=${lastSign}|${shape}`,
      `sign,years=${lastSign}|${years}|${quotes}`,
      `sp=${token.spaced}|${shape}|${form(-1)}`,
      ...(months.test(word) ? ['month'] : []),
      ...(venues.test(word) ? ['venue', `venue|${lastSign}`] : []),
      ...(houses.test(word) ? ['house', `house|${years}`] : []),
    ];
  });
}

function formOf({ words, small, hasDigit, hasInitial, end }: Segment): string {
  const length = words < 4 ? words : words < 7 ? 4 : 7;
  return `${length}${small}${hasDigit ? 'd' : ''}${hasInitial ? 'i' : ''}${end}`;
}

/** What tells the style of a whole reference: where its year stands, quotes, how it begins. */
function kindOf(lower: readonly string[], tokens: readonly Token[]): string {
  const year = tokens.findIndex(({ text }) => /^(?:1[5-9]|20)\d\d$/.test(text));
  const isBracketed = /^[([]$/.test(tokens[year - 1]?.text ?? '');
  const place = year < 0 ? 'n' : year < 0.45 * tokens.length ? 'e' : year > tokens.length - 4 ? 'l' : 'm';
  const quotes = tokens.some(({ text }) => /^[“"«„]$/.test(text)) ? 'q' : '';
  const isInitialFirst = isInitial(tokens[0]?.text) && tokens[1]?.text === '.';
  const isIn = lower.includes('in') && tokens.some(({ text }) => text === 'In') ? 'i' : '';
  return `${place}${isBracketed ? 'b' : ''}${quotes}${isInitialFirst ? 'g' : tokens[1]?.text === ',' ? 'f' : 'w'}${isIn}`;
}

type State = { inside: string; years: number; quotes: number; lastSign: string };

function runningState(tokens: readonly Token[]): State[] {
  let inside = '';
  let years = 0;
  let quotes = 0;
  let lastSign = '^';
  return tokens.map(({ text }, i) => {
    if (/^[“"«„]$/.test(text) && quotes % 2 === 0) quotes++;
    else if (/^[”"»]$/.test(text) && quotes % 2 === 1) quotes++;
    if (text === '(' || text === '[') inside = text;
    const state = { inside, years, quotes: Math.min(quotes, 3), lastSign };
    if (text === ')' || text === ']') inside = '';
    if (/^(?:1[5-9]|20)\d\d$/.test(text)) years = Math.min(2, years + 1);
    const initial = text === '.' && isInitial(tokens[i - 1]?.text);
    if (/^[.,;:?!]$/.test(text)) lastSign = initial ? `i${text}` : text;
    return state;
  });
}
