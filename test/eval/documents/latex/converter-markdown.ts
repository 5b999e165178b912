import { cutSentences } from '@askg/ddm';
import { decodeXML } from 'entities';
import { gap } from '../measures/letters.ts';

/** What another converter made of a LaTeX source: headings, and the sentences of its running text. */
export type ConverterMarkdown = { headings: string[]; sentences: string[] };

/**
 * Markdown that docling made of a source. Keys that stand for citations and labels, and formulas, which it keeps in TeX, are
 * gaps; what stands before the first heading is the front matter, which it does not take apart.
 */
export function converterMarkdown(markdown: string): ConverterMarkdown {
  const blocks = markdown.split(/\n\s*\n/u).map((block) => block.replaceAll(/\s+/gu, ' ').trim());
  const body = blocks.slice(blocks.findIndex((block) => block.startsWith('##')));
  return {
    headings: body.flatMap((block) => /^#{2,6}\s+(.*)$/u.exec(block)?.[1] ?? []),
    sentences: body
      .filter((block) => !/^(?:#|\||<!--|Image:|\$\$|```)/u.test(block))
      .map((block) => block.replace(/^(?:[-*]|\d+\.)\s+/u, ''))
      .map((block) => block.replaceAll(/\$[^$]*\$|\[[^\]]*\]|\\\w*ref\{[^}]*\}/gu, gap).replaceAll(/\\(?=\W)/gu, ''))
      .map(decodeXML)
      .flatMap((block) => cutSentences(block, []).map(({ start, end }) => block.slice(start, end))),
  };
}
