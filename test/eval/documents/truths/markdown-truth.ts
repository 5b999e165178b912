import { cutSentences } from '@askg/ddm';
import type { Facts, HeadingFact, ParagraphFact } from '../facts.ts';
import { gap } from '../measures/letters.ts';
import { metadataTruth } from './metadata-truth.ts';

/** A paper in its author's Markdown: head, headings and running text. Citations and formulas become gaps. */
export function markdownTruth(markdown: string): Facts {
  const [, head = '', body = markdown] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(markdown) ?? [];
  const headings: HeadingFact[] = [];
  const paragraphs: ParagraphFact[] = [];
  for (const block of blocksOf(body)) {
    const heading = /^(#{1,6})\s+(.*?)\s*#*\s*(?:\{[^}]*\})?$/u.exec(block);
    if (heading) headings.push({ text: plain(heading[2] ?? ''), depth: heading[1]?.length ?? 1 });
    else if (!/^(?:!\[|\||\$\$|\\begin\{|<|\[\^|Table:|:\s|```|~~~)/u.test(block)) paragraphs.push(paragraphOf(block));
  }
  const top = Math.min(...headings.map(({ depth }) => depth));
  return {
    ...metadataTruth(head),
    headings: headings.map(({ text, depth }) => ({ text, depth: depth - top + 1 })),
    paragraphs,
  };
}

/** Blocks apart by empty lines; a heading and each item are blocks of their own. Code and comments are left out. */
function blocksOf(body: string): string[] {
  return body
    .replaceAll(/^(```|~~~)[\s\S]*?^\1\s*$/gmu, '\n')
    .replaceAll(/<!--[\s\S]*?-->/gu, '')
    .replaceAll(/^(#{1,6}\s.*)$/gmu, '\n$1\n')
    .replaceAll(/^(\s*(?:[-*+]|\d+[.)])\s)/gmu, '\n$1')
    .split(/\n\s*\n/u)
    .map((block) => block.trim())
    .filter((block) => block !== '');
}

function paragraphOf(block: string): ParagraphFact {
  const item = /^(?:[-*+]|\d+[.)])\s+/u.exec(block);
  const text = plain(block.slice(item?.[0].length ?? 0));
  const sentences = cutSentences(text, []).map(({ start, end }) => text.slice(start, end));
  return { kind: item ? 'item' : 'text', sentences };
}

function plain(markdown: string): string {
  return markdown
    .replaceAll(/!\[[^\]]*\]\([^)]*\)(?:\{[^}]*\})?/gu, '')
    .replaceAll(/\[[^\]]*@[^\]]*\]|(?<![\w.])@[\w:.-]*\w|\\(?:auto)?ref\{[^}]*\}|\$[^$]+\$|\[\^[^\]]+\]/gu, gap)
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replaceAll(/<(https?:[^>]*)>/gu, '$1')
    .replaceAll(/<[^>]*>|[*`]|\b__?|__?\b|\\(?=\W)/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
