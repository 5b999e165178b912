import { readFile } from 'node:fs/promises';
import type { Document } from '@askg/contract';
import { buildDocument, cutSentences, enrich, readSource } from '@askg/ddm';
import { describe, expect, it } from '@jest/globals';
import { documentMarkdown } from './document-markdown.ts';

async function read(name: string): Promise<Document> {
  const bytes = await readFile(new URL(`../../../../../test/fixtures/jats/${name}`, import.meta.url));
  return enrich(buildDocument(await readSource(bytes, { fileName: name }), { digest: '0'.repeat(64), cutSentences }));
}

describe('a document as Markdown', () => {
  it('has a heading for each section, and a block for each paragraph and reference', async () => {
    const document = await read('plos-2016-excerpt.xml');
    const blocks = documentMarkdown(document).trimEnd().split('\n\n');
    expect(blocks[0]).toBe(`# ${document.title}`);
    expect(blocks).toContain('## Abstract');
    const first = document.sections.find(({ heading }) => heading === 'Introduction');
    expect(blocks).toContain(`## ${first?.heading}`);
    const paragraph = first?.paragraphs[0]?.sentences.map(({ text }) => text).join(' ');
    expect(blocks).toContain(paragraph);
    expect(blocks.slice(blocks.indexOf('## References') + 1)).toHaveLength(document.references.length);
  });

  it('loses no sentence, caption or cell of an article that uses every structure', async () => {
    const document = await read('all-structures.xml');
    const markdown = documentMarkdown(document);
    const sentences = [
      ...document.abstract,
      ...document.sections.flatMap(({ paragraphs }) => paragraphs),
      ...document.footnotes.flatMap(({ paragraphs }) => paragraphs),
    ].flatMap((paragraph) => paragraph.sentences);
    const captions = [...document.figures, ...document.tables].flatMap(({ caption }) => caption);
    for (const { text } of [...sentences, ...captions]) expect(markdown).toContain(text);
    for (const { cells } of document.tables.flatMap(({ rows }) => rows)) {
      for (const { text } of cells) expect(markdown).toContain(text.replaceAll('|', '\\|'));
    }
  });

  it('keeps as text what begins like a mark', () => {
    const section = {
      id: 's1',
      heading: 'List',
      depth: 1,
      role: 'other' as const,
      sections: [],
      paragraphs: ['# no heading', '1. no item', '- no item'].map((text, n) => ({
        id: `s1/p${n + 1}`,
        kind: 'text' as const,
        sentences: [{ id: `s1/p${n + 1}/t1`, text, boxes: [], citations: [] }],
      })),
    };
    const markdown = documentMarkdown({
      schema: 'askg.document/1',
      format: 'jats',
      digest: '0'.repeat(64),
      title: 'T',
      abstract: [],
      identifiers: {},
      keywords: [],
      contributors: [],
      sections: [section],
      figures: [],
      tables: [],
      formulas: [],
      footnotes: [],
      references: [],
      findings: [],
    });
    expect(markdown).toBe('# T\n\n## List\n\n\\# no heading\n\n1\\. no item\n\n\\- no item\n');
  });
});
