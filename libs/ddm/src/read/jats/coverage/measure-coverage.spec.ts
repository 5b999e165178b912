import type { Document } from '@askg/contract';
import { describe, expect, it } from '@jest/globals';
import { fixture, fixtureNames } from '../../../testing/fixtures.ts';
import { documentOf } from '../../../testing/read-article.ts';
import { measureJatsCoverage } from './measure-coverage.ts';

describe('Coverage', () => {
  it.each(fixtureNames())(
    'of %s is complete: all words, all references, all citations with all their targets',
    (name) => {
      const bytes = fixture(name);
      const coverage = measureJatsCoverage(bytes, documentOf(bytes));
      expect(coverage.missing).toEqual([]);
      expect(coverage.words).toBeGreaterThan(50);
      expect(coverage.references.document).toBe(coverage.references.source);
      expect(coverage.citations.document).toBe(coverage.citations.source);
      expect(coverage.citations.unlinked).toBe(0);
    },
  );

  const bytes = fixture('all-structures.xml');
  const spoilt = (spoil: (document: Document) => void) => {
    const document = documentOf(bytes);
    spoil(document);
    return measureJatsCoverage(bytes, document);
  };

  it('shows a lost sentence by its words', () => {
    const { missing, missingWords } = spoilt(({ sections }) => sections[4]?.paragraphs.splice(0, 1));
    expect([missing, missingWords]).toEqual([['We thank the trees.'], 4]);
  });

  it('shows a lost cell, reference and citation', () => {
    expect(spoilt(({ tables }) => tables[3]?.rows.pop()).missing).toEqual(['grouped cell']);
    expect(spoilt(({ references }) => references.pop()).references).toEqual({ source: 8, document: 7 });
    expect(spoilt(({ sections }) => sections[3]?.paragraphs[0]?.sentences[0]?.citations.pop()).citations).toEqual({
      source: 23,
      document: 22,
      unlinked: 1,
    });
  });

  it('shows a citation that leads to the wrong entry', () => {
    const { citations } = spoilt(({ sections }) => {
      const citation = sections[3]?.paragraphs[0]?.sentences[0]?.citations[0];
      if (citation) citation.references = ['ref1'];
    });
    expect(citations).toEqual({ source: 23, document: 23, unlinked: 1 });
  });
});
