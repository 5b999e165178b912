import type { TextPage } from './text-page.ts';

/** Whether a page has text, be it hidden, too much to be taken, or in a font that does not tell its characters. */
export function hasText({ fragments, hidden, isGarbage, untaken }: TextPage): boolean {
  return fragments.length > 0 || Object.keys(hidden).length > 0 || isGarbage || untaken > 0;
}
