import type { Passage } from './passage.ts';

/** What stands around a passage and helps to find it: the paper's title and the path of headings. */
export function contextText({ title, section }: Pick<Passage, 'title' | 'section'>): string {
  return section === undefined ? title : `${title}\n${section}`;
}

/** A passage as models and the word index see it: its context, then its text. */
export function searchableText(passage: Pick<Passage, 'title' | 'section' | 'text'>): string {
  return `${contextText(passage)}\n${passage.text}`;
}
