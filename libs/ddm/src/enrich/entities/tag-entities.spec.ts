import type { Document, Sentence } from '@askg/contract';
import { describe, expect, it } from '@jest/globals';
import { checkDocument } from '../../validate/check-document.ts';
import { tagEntities } from './tag-entities.ts';

function paper(title: string, abstract: (string | Partial<Sentence>)[], more: Partial<Document> = {}): Document {
  const sentences = abstract.map((given, i) => ({
    id: `abstract/p1/t${i + 1}`,
    boxes: [],
    citations: [],
    text: '',
    ...(typeof given === 'string' ? { text: given } : given),
  }));
  return {
    schema: 'askg.document/1',
    format: 'markdown',
    digest: '0'.repeat(64),
    title,
    abstract: [{ id: 'abstract/p1', kind: 'text', sentences }],
    identifiers: {},
    keywords: [],
    contributors: [],
    sections: [],
    figures: [],
    tables: [],
    formulas: [],
    footnotes: [],
    references: [],
    findings: [],
    ...more,
  };
}

function mentionsOf(document: Document): string[][] {
  return document.abstract.flatMap(({ sentences }) =>
    sentences.map(({ mentions = [] }) => mentions.map(({ type, label }) => `${type}: ${label}`)),
  );
}

describe('Tagging entities', () => {
  it('says what a paper is about, what it uses and what it contributes', () => {
    const tagged = tagEntities(
      paper('PathNet: reading graphs', [
        'We propose PathNet, a neural network for machine translation.',
        'PathNet is trained on the CoNLL-2003 dataset with Python.',
        'It reaches an F1 score of 91 on English and German.',
      ]),
    );
    expect(mentionsOf(tagged)[0]).toEqual(
      expect.arrayContaining(['solution: PathNet', 'method: neural network', 'research-problem: machine translation']),
    );
    expect(mentionsOf(tagged)[1]).toEqual(['solution: PathNet', 'dataset: CoNLL-2003', 'tool: Python']);
    expect(mentionsOf(tagged)[2]).toEqual(expect.arrayContaining(['metric: F1 score']));
    expect(checkDocument(tagged)).toEqual([]);
  });

  it('counts offsets in code points, also after characters that take two units', () => {
    const text = '𝒳 and 𝒴 are inputs of support vector machines.';
    const [mention] = tagEntities(paper('', [text])).abstract[0]?.sentences[0]?.mentions ?? [];
    expect([...text].slice(mention?.start, mention?.end).join('')).toBe('support vector machines');
  });

  it('gives all forms of a name one label and one type', () => {
    const labels = mentionsOf(
      tagEntities(
        paper('', [
          'We use support vector machines for text classification.',
          'Support Vector Machines are old.',
          'A support-vector machine is trained with gradient descent.',
        ]),
      ),
    )
      .flat()
      .filter((label) => /support/i.test(label));
    expect(labels).toHaveLength(3);
    expect(new Set(labels).size).toBe(1);
  });

  it('takes an abbreviation of the paper for what it stands for', () => {
    const document = paper(
      '',
      [
        'We use convolutional neural networks (CNNs) for image classification.',
        'Convolutional neural networks are trained with dropout.',
        'CNN models are trained with gradient descent.',
      ],
      { abbreviations: [{ short: 'CNN', long: 'convolutional neural network', sentence: 'abstract/p1/t1' }] },
    );
    const labels = mentionsOf(tagEntities(document)).flat();
    expect(labels.filter((label) => label === 'method: convolutional neural networks').length).toBeGreaterThanOrEqual(
      2,
    );
    expect(labels).not.toContain('method: CNNs');
  });

  it('names nothing inside a citation, a listing or hidden text', () => {
    const text = 'We follow (Support Vector Machines, 1995) here.';
    const citations = [{ marker: text.slice(10, 41), start: 10, end: 41, references: [] }];
    const document = paper('', [
      { text, citations },
      { text: 'We use support vector machines for text classification.', flags: ['hidden'] },
    ]);
    expect(mentionsOf(tagEntities(document)).flat()).toEqual([]);
    const listing = { ...document, abstract: document.abstract.map((each) => ({ ...each, kind: 'code' as const })) };
    expect(mentionsOf(tagEntities(listing)).flat()).toEqual([]);
  });

  it('passes over what is too long for a sentence', () => {
    const tagged = tagEntities(paper('', ['We use support vector machines and '.repeat(200)]));
    expect(mentionsOf(tagged)).toEqual([[]]);
  });

  it('gives the same again when it is applied again', () => {
    const once = tagEntities(paper('', ['We use support vector machines for text classification.']));
    expect(tagEntities(once)).toEqual(once);
  });
});
