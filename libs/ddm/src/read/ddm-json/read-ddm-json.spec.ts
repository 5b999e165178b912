import { describe, expect, it } from '@jest/globals';
import { buildDocument } from '../../document/build-document.ts';
import { cutSentences } from '../../enrich/sentences/cut-sentences.ts';
import { readSource } from '../read-source.ts';
import { readDdmJson } from './read-ddm-json.ts';

const sentences = (...texts: string[]): object => ({
  iri: 'p',
  sentences: texts.map((text, i) => ({ iri: `s${i}`, text })),
});
const paper = {
  iri: 'Paper-Elms',
  title: 'On  Elms',
  authors: ['Ada van Roe', 'KerryTaylor'],
  keywords: ['elm', 'elm', 'leaf'],
  sections: [
    { iri: 'Section-1', subtitle: 'Abstract', paragraphs: [sentences('Elms grow.')] },
    {
      iri: 'Section-2',
      subtitle: 'Experiments',
      paragraphs: [sentences('We used e.g. Fig. 2 of', 'the 3. edition. And more.'), sentences(' ')],
    },
    { iri: 'Section-3', subtitle: 'Experiments: Leaves', paragraphs: [sentences('They are green \ud83c\udf43.')] },
  ],
};
const bytes = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

describe('a paper in JSON', () => {
  it('has title, authors, keywords and abstract', () => {
    expect(readDdmJson(bytes(paper))).toMatchObject({
      format: 'ddm-json',
      title: 'On Elms',
      contributors: [{ given: 'Ada', family: 'van Roe' }, { name: 'KerryTaylor' }],
      keywords: ['elm', 'leaf'],
      abstract: [{ content: { text: 'Elms grow.' } }],
    });
  });

  it('keeps the sentences as they are given, and puts parts into the section whose name they bear', () => {
    const document = buildDocument(readDdmJson(bytes(paper)), { digest: '0'.repeat(64), cutSentences });
    expect(document.sections).toMatchObject([
      {
        heading: 'Experiments',
        paragraphs: [{ sentences: [{ text: 'We used e.g. Fig. 2 of' }, { text: 'the 3. edition. And more.' }] }],
        sections: [{ heading: 'Leaves', paragraphs: [{ sentences: [{ text: 'They are green 🍃.' }] }] }],
      },
    ]);
    expect(document.findings).toEqual([expect.objectContaining({ code: 'ddm/empty-paragraph', amount: 1 })]);
  });

  it('is known by its content', async () => {
    expect(await readSource(bytes(paper), { fileName: 'paper.json' })).toMatchObject({ title: 'On Elms' });
  });

  it('without text says so', () => {
    const codes = readDdmJson(bytes({ sections: [] })).findings.map(({ code }) => code);
    expect(codes).toEqual(['ddm/no-title', 'ddm/no-body']);
  });

  it('tells of values that are no sections', () => {
    const { findings } = readDdmJson(bytes({ title: 'T', sections: [1, { subtitle: 'A', paragraphs: ['x', null] }] }));
    expect(findings).toEqual([expect.objectContaining({ code: 'ddm/unknown-value', amount: 3 })]);
  });

  it('mends an escape that stands for half a character', () => {
    const half = Buffer.from('{"title": "a\\ud83c", "sections": []}');
    expect(readDdmJson(half).title.isWellFormed()).toBe(true);
  });

  it.each([
    ['what is no JSON', '{"sections": [', 'ddm/malformed-json'],
    ['other JSON', '[1]', 'ddm/not-ddm-json'],
    ['JSON without sections', '{"title": "T"}', 'ddm/not-ddm-json'],
    ['bytes that are no text', '\xff\xfe\x00', 'ddm/malformed-text'],
  ])('refuses %s', (_, text, code) =>
    expect(() => readDdmJson(Buffer.from(text, 'latin1'))).toThrow(expect.objectContaining({ code })),
  );

  it('nested beyond measure ends in a code', async () => {
    const deep = `{"sections":[${'{"sections":['.repeat(20_000)}${']}'.repeat(20_000)}]}`;
    await expect(readSource(Buffer.from(deep), { as: 'ddm-json' })).rejects.toMatchObject({
      code: expect.stringMatching(/^ddm\//),
    });
  });
});
