import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document, Section } from '@askg/contract';
import { describe, expect, it } from '@jest/globals';
import { buildDocument } from '../../document/build-document.ts';
import { cutSentences } from '../../enrich/sentences/cut-sentences.ts';
import { readJats } from '../jats/read-jats.ts';
import { readMarkdown } from './read-markdown.ts';

const folder = join(import.meta.dirname, '..', '..', '..', '..', '..', 'test', 'fixtures', 'markdown');
const file = (name: string): Uint8Array => readFileSync(join(folder, name));
const options = { digest: '0'.repeat(64), cutSentences };
const markdown = buildDocument(readMarkdown(file('cart.md'), { companion: () => file('cart.bib') }), options);
const jats = buildDocument(readJats(file('cart.jats.xml')), options);

/** The JATS shows the labels of figures where the Markdown, as the page, shows their numbers. */
function sentences(document: Document): string[] {
  const inside = ({ paragraphs, sections }: Section): string[] => [
    ...paragraphs.flatMap((paragraph) => paragraph.sentences.map(({ text }) => text)),
    ...sections.flatMap(inside),
  ];
  return document.sections.flatMap(inside).map((text) => text.replaceAll(/Figure \d|\[fig:\w+\]/g, 'FIGURE'));
}

describe('a paper as Markdown and as JATS', () => {
  it('has the same sentences', () => expect(sentences(markdown)).toEqual(sentences(jats)));

  it('has the same headings, title, authors, date and keywords', () => {
    const front = ({ title, contributors, date, keywords, sections }: Document) => [
      title,
      contributors,
      date,
      keywords,
      sections.map(({ heading }) => heading),
    ];
    expect(front(markdown)).toEqual(front(jats));
  });

  it('cites the same works at the same places', () => {
    const cited = (document: Document): string[] =>
      document.sections.flatMap(({ paragraphs }) =>
        paragraphs.flatMap((paragraph) =>
          paragraph.sentences.flatMap(({ citations }) =>
            citations.map(({ marker, references }) => {
              const titles = references.map((id) => document.references.find((entry) => entry.id === id)?.title);
              return `${marker}: ${titles.join()}`.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
            }),
          ),
        ),
      );
    expect(cited(markdown)).toEqual(cited(jats));
    expect(markdown.references).toHaveLength(jats.references.length);
  });
});
