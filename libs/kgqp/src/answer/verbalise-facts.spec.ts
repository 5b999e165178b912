import { describe, expect, it } from '@jest/globals';
import type { BoundTerm } from '@askg/contract';
import type { FactAnswer } from '../facts.ts';
import { claimText } from './draft-answer.ts';
import { formatTerm } from './format-term.ts';
import { verbaliseFacts } from './verbalise-facts.ts';

const integer = 'http://www.w3.org/2001/XMLSchema#integer';
const literal = (value: string, datatype?: string): BoundTerm => ({
  type: 'literal',
  value,
  ...(datatype ? { datatype } : {}),
});

function say(parts: Partial<FactAnswer>, rows: Record<string, BoundTerm>[]): string {
  const run = {
    kind: 'fact',
    origin: 'planner',
    text: '',
    rows: rows.length,
    ms: 1,
    state: 'ok',
    relaxed: [],
  } as const;
  const answer: FactAnswer = {
    run: { ...run, relaxed: [] },
    shape: 'list',
    columns: Object.keys(rows[0] ?? {}),
    rows: rows.map((bindings) => ({ bindings, sources: [] })),
    confidence: 0.9,
    reading: 'the authors of the paper',
    ...parts,
  };
  const claims = verbaliseFacts(
    answer,
    answer.rows.map((row) => ({ row, quotes: [] })),
  );
  return claims.map((claim) => `${claim.separator}${claimText(claim)}`).join('');
}

describe('facts in words', () => {
  it('enumerate a list', () => {
    const names = ['Ada', 'Ben', 'Eva'].map((name) => ({ name: literal(name) }));
    expect(say({}, names.slice(0, 1))).toBe('The authors of the paper: Ada.');
    expect(say({}, names.slice(0, 2))).toBe('The authors of the paper: Ada and Ben.');
    expect(say({}, names)).toBe('The authors of the paper: Ada, Ben and Eva.');
  });

  it('name a value once, and part values with commas by semicolons', () => {
    const titles = ['Trees, red', 'Trees, red', 'Rings, black', 'Sums'].map((title) => ({ title: literal(title) }));
    expect(say({ reading: 'titles' }, titles)).toBe('Titles: Trees, red; Rings, black; and Sums.');
  });

  it('tell how many are left out of a long list', () => {
    const names = Array.from({ length: 33 }, (_, i) => ({ name: literal(`N${i}`) }));
    expect(say({}, names)).toMatch(/N28, N29 and 3 more\.$/);
  });

  it('say how many things there are, in the singular and the plural', () => {
    const reading = 'papers that have the keyword “trees”';
    const titles = ['Oaks', 'Elms'].map((title) => ({ title: literal(title) }));
    expect(say({ reading }, titles)).toBe('There are 2 papers that have the keyword “trees”: Oaks and Elms.');
    expect(say({ reading }, titles.slice(1))).toBe('There is 1 paper that has the keyword “trees”: Elms.');
    const people = 'people who are authors of the paper “Oaks” and have an ORCID';
    expect(say({ reading: people }, [{ name: literal('Ada') }])).toBe(
      'There is 1 person who is an author of the paper “Oaks” and has an ORCID: Ada.',
    );
    expect(say({ reading: 'keywords of the paper “Oaks”' }, titles)).toBe(
      'The keywords of the paper “Oaks” are Oaks and Elms.',
    );
  });

  it('tell a property of one thing in a sentence', () => {
    const year = [{ year: literal('2019', integer) }];
    expect(say({ reading: 'year of the paper “Oaks”' }, year)).toBe('The year of the paper “Oaks” is 2019.');
    expect(say({ reading: 'venues of the paper “Oaks”' }, [{ venue: literal('Trees') }])).toBe(
      'The venue of the paper “Oaks” is Trees.',
    );
    expect(say({ reading: 'venues of a paper' }, [{ venue: literal('Trees') }])).toBe('Venues of a paper: Trees.');
  });

  it('name things by their kind', () => {
    const reading = 'entities that are a data set entity and are mentioned in a sentence';
    expect(say({ reading }, [{ name: literal('NEON') }])).toBe(
      'There is 1 data set entity that is mentioned in a sentence: NEON.',
    );
    const names = ['Argo', 'NEON'].map((name) => ({ name: literal(name) }));
    expect(say({ reading: 'entities that are a tool entity' }, names)).toBe(
      'There are 2 tool entities: Argo and NEON.',
    );
  });

  it('put sentences on lines, and no second full stop after one', () => {
    const reading = 'sentences that cite a reference';
    const texts = ['Oaks grow in woods.', 'Elms grow by rivers.'].map((text) => ({ text: literal(text) }));
    expect(say({ reading }, texts)).toBe(
      'There are 2 sentences that cite a reference:\n- Oaks grow in woods.\n- Elms grow by rivers.',
    );
    expect(say({ reading }, texts.slice(1))).toBe('There is 1 sentence that cites a reference: Elms grow by rivers.');
    const names = ['Lind, A. N.', 'Osei, B.'].map((name) => ({ name: literal(name) }));
    expect(say({ reading: 'names' }, names)).toBe('Names: Lind, A. N. and Osei, B.');
  });

  it('count', () => {
    const reading = 'number of papers that cite the paper “Oaks”';
    const counted = (value: string) => say({ shape: 'count', reading }, [{ count: literal(value, integer) }]);
    expect(counted('12000')).toBe('There are 12,000 papers that cite the paper “Oaks”.');
    expect(counted('1')).toBe('There is 1 paper that cites the paper “Oaks”.');
    expect(counted('0')).toBe('There are no papers that cite the paper “Oaks”.');
    const average = 'average number of people for each paper';
    expect(say({ shape: 'count', reading: average }, [{ n: literal('2.5', integer) }])).toBe(`The ${average} is 2.5.`);
  });

  it('put the measure of a superlative in parentheses', () => {
    const reading = 'papers that have the most references';
    const row = { title: literal('Oaks'), n: literal('30', integer) };
    expect(say({ shape: 'superlative', reading }, [row])).toBe('The paper that has the most references: Oaks (30).');
  });

  it('answer yes and no', () => {
    const boolean = 'http://www.w3.org/2001/XMLSchema#boolean';
    const reading = 'the paper A cites the paper B';
    expect(say({ shape: 'yes-no', reading }, [{ answer: literal('true', boolean) }])).toBe(`Yes: ${reading}.`);
    expect(say({ shape: 'yes-no', reading }, [{ answer: literal('false', boolean) }])).toBe(
      `No, the graph does not say that ${reading}.`,
    );
  });

  it('do not say how many there are of what is one of several', () => {
    const reading = 'people who are authors of the paper “Oaks”';
    expect(say({ shape: 'fact', reading }, [{ name: literal('Ada') }])).toBe(
      'The person who is an author of the paper “Oaks”: Ada.',
    );
  });

  it('say whether there are things', () => {
    const boolean = 'http://www.w3.org/2001/XMLSchema#boolean';
    const reading = 'papers that have the keyword “trees”';
    expect(say({ shape: 'yes-no', reading }, [{ answer: literal('true', boolean) }])).toBe(
      `Yes, there are ${reading}.`,
    );
    expect(say({ shape: 'yes-no', reading }, [{ answer: literal('false', boolean) }])).toBe(
      `No, there are no ${reading}.`,
    );
  });

  it('write a row a line when there are several columns', () => {
    const rows = [
      { title: literal('Trees'), year: literal('2019', integer) },
      { title: literal('Rings'), year: literal('2021', integer) },
    ];
    expect(say({ shape: 'table', reading: 'papers and years' }, rows)).toBe(
      'Papers and years:\n- Trees – 2019\n- Rings – 2021',
    );
  });
});

describe('values', () => {
  it('are written as they are read', () => {
    expect(formatTerm(literal('12345', integer))).toBe('12,345');
    expect(formatTerm(literal('2021', integer))).toBe('2021');
    expect(formatTerm(literal('2.34567', 'http://www.w3.org/2001/XMLSchema#decimal'))).toBe('2.35');
    expect(formatTerm({ type: 'uri', value: 'https://w3id.org/askg/ddm#role-method' })).toBe('role-method');
    const licence = 'https://creativecommons.org/licenses/by/4.0/';
    expect(formatTerm({ type: 'uri', value: licence })).toBe(licence);
  });
});
