import type { Span } from './mask-citations.ts';

/** Spans in code points as spans in UTF-16 code units of the same text. */
export function utf16Spans(text: string, spans: readonly Span[]): Span[] {
  if (!/[\ud800-\udbff]/.test(text)) return spans.map(({ start, end }) => ({ start, end }));
  const places = [0];
  for (const point of text) places.push((places.at(-1) ?? 0) + point.length);
  return spans.map(({ start, end }) => ({ start: places[start] ?? text.length, end: places[end] ?? text.length }));
}
