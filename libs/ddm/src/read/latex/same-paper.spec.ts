import type { Document, Section } from '@askg/contract';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { buildDocument } from '../../document/build-document.ts';
import { cutSentences } from '../../enrich/sentences/cut-sentences.ts';
import { readMarkdown } from '../markdown/read-markdown.ts';
import { beside, fixture, read } from './testing/read-fixture.ts';

const files = beside('.');

function paragraphs(document: Document): unknown[] {
  const inside = ({ heading, paragraphs: own, sections }: Section): unknown[] => [
    heading,
    ...own.map(({ kind, list, sentences }) => [
      kind,
      list?.marker,
      ...sentences.map(({ text, citations }) => [text, ...citations.map(({ references }) => references)]),
    ]),
    ...sections.flatMap(inside),
  ];
  return document.sections.flatMap(inside);
}

describe('a paper as LaTeX and as Markdown', () => {
  let latex: Document;
  const markdown = buildDocument(readMarkdown(fixture('same-paper.md'), { companion: files }), {
    digest: '0'.repeat(64),
    cutSentences,
  });
  beforeAll(async () => {
    latex = await read(fixture('same-paper.tex'), { companion: files });
  });

  it('has the same headings, sentences and citations', () => expect(paragraphs(latex)).toEqual(paragraphs(markdown)));

  it('has the same front', () => {
    const front = ({ title, contributors, date, keywords }: Document) => [title, contributors, date, keywords];
    expect(front(latex)).toEqual(front(markdown));
  });

  it('has the same references, figures, tables and formulas', () => {
    const units = ({ references, figures, tables, formulas }: Document) => [
      references,
      figures.map(({ label, caption }) => [label, caption.map(({ text }) => text)]),
      tables.map(({ label, caption, rows }) => [label, caption, rows]),
      formulas.map(({ text }) => text),
    ];
    expect(units(latex)).toEqual(units(markdown));
  });
});
