import { describe, expect, it } from '@jest/globals';
import { LabelIndex } from './label-index.ts';
import type { LabelMatch } from './label-match.ts';
import { matchLabels } from './match-labels.ts';
import { stemOf } from './stem.ts';
import { splitWords } from './words.ts';

const fillers = new Set(['the', 'of', 'for', 'in', 'a', 'and', 'who', 'wrote', 'which', 'paper', 'on', 'can']);

function index(labels: readonly (readonly [cls: string, label: string, hasParts?: boolean])[]): LabelIndex {
  const built = new LabelIndex();
  labels.forEach(([cls, label, hasParts = false], i) =>
    built.add({ cls, property: 'name', label, iri: `http://e/${i}`, hasParts }),
  );
  return built;
}

function matches(labels: LabelIndex, question: string): LabelMatch[] {
  return matchLabels(
    labels,
    splitWords(question).map((word) => ({ ...word, isFiller: fillers.has(word.plain) })),
  );
}

const sky = index([
  ['Paper', 'Argus: a telescope that watches the whole sky'],
  ['Paper', 'Course materials for an introduction to astronomy techniques'],
  ['Paper', 'A tutorial for the National Ecological Observatory Network forecasting challenge'],
  ['Person', 'Ada M. Lind'],
  ['Person', 'Élodie Müller-Weiß'],
  ['Organisation', 'School of Chemistry, University of Edinburgh, Edinburgh EH9 3FJ', true],
  ['Organisation', 'School of Physics, University of Edinburgh, Edinburgh EH9 3FD', true],
  ['Venue', 'Journal of Open Source Software'],
  ['Keyword', 'Python'],
  ['Keyword', 'python'],
  ['Keyword', 'R'],
  ['Keyword', 'can'],
  ['Keyword', 'forecasting'],
]);

describe('A name in a question', () => {
  it.each([
    ['whole', 'keyword Python', 'exact', ['Python', 'python']],
    [
      'by the part before a colon',
      'who wrote the Argus paper',
      'short',
      ['Argus: a telescope that watches the whole sky'],
    ],
    ['by its initials', 'papers in JOSS', 'initials', ['Journal of Open Source Software']],
    ['without accents and with spaces for hyphens', 'elodie muller weiß', 'exact', ['Élodie Müller-Weiß']],
    ['with a slip of the pen', 'the keyword forcasting', 'exact', ['forecasting']],
    [
      'by a part of an address',
      'at the University of Edinburgh',
      'short',
      [
        'School of Chemistry, University of Edinburgh, Edinburgh EH9 3FJ',
        'School of Physics, University of Edinburgh, Edinburgh EH9 3FD',
      ],
    ],
  ] as const)('is found %s', (_, question, kind, labels) => {
    expect(matches(sky, question)[0]).toMatchObject({ kind, labels });
  });

  it('is found loosely by most of its telling words, in other forms and another order', () => {
    const found = matches(sky, 'the introductory course in astronomy');
    expect(found.find(({ kind }) => kind === 'loose')).toMatchObject({
      iris: ['http://e/1'],
      said: 'introductory course in astronomy',
    });
  });

  it('is found by initials of words inside it', () => {
    const found = matches(sky, 'who wrote the tutorial for the NEON forecasting challenge');
    expect(found.find(({ kind }) => kind === 'loose')).toMatchObject({ iris: ['http://e/2'] });
  });

  it('of one letter needs its capital, and a small word is no name', () => {
    expect(matches(sky, 'the r paper').filter(({ labels }) => labels.includes('R'))).toEqual([]);
    expect(matches(sky, 'the R paper')[0]).toMatchObject({ labels: ['R'] });
    expect(matches(sky, 'Can the paper')).toEqual([]);
  });

  it('ends before words that it does not hold', () => {
    const [first] = matches(sky, 'the tutorial for forecasting in the introduction to astronomy');
    expect(first?.to).toBeLessThan(10);
  });

  it('is not found when nothing is called so', () => {
    expect(matches(sky, 'quantum gravity')).toEqual([]);
    expect(matches(sky, '')).toEqual([]);
    expect(matches(index([]), 'Python')).toEqual([]);
  });
});

describe('The index of names', () => {
  it('gives candidates without looking at labels that share no rare word', () => {
    const many = new LabelIndex();
    for (let i = 0; i < 30_000; i += 1) {
      many.add({ cls: 'Reference', property: 'title', label: `A study of data set ${i}`, iri: `http://e/${i}` });
    }
    many.add({ cls: 'Reference', property: 'title', label: 'A study of supernovae', iri: 'http://e/s' });
    const found = many.sharing(new Set(['study', 'supernovae'].map(stemOf)), 10);
    expect(found[0]).toMatchObject({ id: 30_000 });
    expect(found).toHaveLength(1);
  });
});
