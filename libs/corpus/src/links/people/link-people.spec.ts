import { validateShacl } from '@askg/ddm';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { base, linkingOf, type TestPaper } from '../../testing/test-paper.ts';
import type { Decision } from '../decisions/decision.ts';
import type { NamedPerson } from '../facts/linking-facts.ts';
import type { LinkablePaper } from '../linkable-paper.ts';
import { linkPeople } from './link-people.ts';
import { personGraph } from './person-graph.ts';

type Named = Partial<NamedPerson> & { name: string };
const person = (name: string, more: Partial<NamedPerson> = {}): Named => ({ name, ...more });

function paper(key: string, people: (string | Named)[], more: Partial<TestPaper> = {}): LinkablePaper {
  const named = people.map((each) => (typeof each === 'string' ? { name: each } : each));
  return { key, dois: [], facts: linkingOf({ text: key, ...more, people: named }) };
}

/** The places of each person named more than once, as `key/id`. */
function groups(papers: LinkablePaper[], decisions: Decision[] = []): string[][] {
  return linkPeople(papers, [], decisions)
    .map(({ mentions }) => mentions.map(({ key, person: { id } }) => `${key}/${id.replace('person', '')}`))
    .filter(({ length }) => length > 1);
}

const orcid = '0000-0002-1825-0097';
const other = '0000-0001-5109-3700';

describe('People across papers', () => {
  it('are one by a rare name, and not by a common one', () => {
    expect(groups([paper('a', ['Rosa Okonkwo']), paper('b', ['Rosa Okonkwo'])])).toEqual([['a/1', 'b/1']]);
    expect(groups([paper('a', ['Wei Wang']), paper('b', ['Wei Wang'])])).toEqual([]);
    expect(groups([paper('a', ['R. Okonkwo']), paper('b', ['Rosa Okonkwo'])])).toEqual([]);
  });

  it.each<[string, Partial<NamedPerson>, string[], Partial<TestPaper>]>([
    ['co-authors', {}, ['Rosa Okonkwo', 'Ann Lindqvist'], {}],
    ['an e-mail address', { email: 'wei@example.org' }, [], {}],
    [
      'affiliations and what they are about',
      { affiliations: ['Institute of Quiet Rooms, Uppsala'] },
      [],
      { text: 'Quiet rooms and their echoes' },
    ],
  ])('are one by a common name with %s', (_, more, others, said) => {
    const papers = ['a', 'b'].map((key) => paper(key, [person('Wei Wang', more), ...others], said));
    expect(groups(papers)).toContainEqual(['a/1', 'b/1']);
  });

  it('are one by ORCID, even under another family name, unless the names have nothing in common', () => {
    const [before, after] = [
      paper('a', [person('Maria Berger', { orcid })]),
      paper('b', [person('Maria Moritz', { orcid })]),
    ];
    expect(groups([before, after, paper('c', ['M. Moritz', 'Rosa Okonkwo'])])).toEqual([['a/1', 'b/1']]);
    expect(groups([before, paper('b', [person('Rosa Okonkwo', { orcid })])])).toEqual([]);
  });

  it('are never one with different ORCIDs, nor side by side in one paper', () => {
    const [one, two] = [person('Rosa Okonkwo', { orcid }), person('Rosa Okonkwo', { orcid: other })];
    expect(groups([paper('a', [one]), paper('b', [two])])).toEqual([]);
    expect(groups([paper('a', ['Rosa Okonkwo', 'Rosa Okonkwo'])])).toEqual([]);
    expect(groups([paper('a', ['Rosa Okonkwo', person('Rosa Okonkwo', { role: 'editor' })])])).toEqual([
      ['a/1', 'a/2'],
    ]);
  });

  it('are not tied together by a name that fits both', () => {
    const company = ['Ann Lindqvist', 'Ole Tverberg'];
    const papers = ['Jane Okonkwo', 'J. Okonkwo', 'John Okonkwo'].map((name, i) =>
      paper('abc'.charAt(i), [name, ...company]),
    );
    const tied = groups(papers).filter(([place]) => place?.endsWith('/1'));
    expect(tied.map(({ length }) => length)).toEqual([2]);
  });
});

describe('Decisions', () => {
  const papers = [
    paper('a', ['Wei Wang']),
    paper('b', ['Wei Wang']),
    paper('c', ['Rosa Okonkwo']),
    paper('d', ['Rosa Okonkwo']),
  ];
  const place = (key: string, name: string, id = 'person1') => ({ key, id, name });
  const merge = (id: number, ...keys: string[]): Decision => ({
    id,
    kind: 'merge',
    members: keys.map((key) => place(key, key < 'c' ? 'Wei Wang' : 'Rosa Okonkwo')),
  });
  const split: Decision = {
    id: 2,
    kind: 'split',
    members: [place('d', 'Rosa Okonkwo')],
    others: [place('c', 'Rosa Okonkwo')],
  };

  it('merge and split whatever the evidence', () => {
    expect(groups(papers, [merge(1, 'a', 'b'), split])).toEqual([['a/1', 'b/1']]);
    expect(groups(papers, [merge(1, 'a', 'c')])).toEqual([['a/1', 'c/1', 'd/1']]);
  });

  it('win against ORCIDs', () => {
    const same = ['c', 'd'].map((key) => paper(key, [person('Rosa Okonkwo', { orcid })]));
    expect(groups(same, [split])).toEqual([]);
    const different = [
      paper('c', [person('Rosa Okonkwo', { orcid })]),
      paper('d', [person('Rosa Okonkwo', { orcid: other })]),
    ];
    expect(groups(different, [merge(1, 'c', 'd')])).toEqual([['c/1', 'd/1']]);
  });

  it('count for less the older they are, in whatever order they are given', () => {
    expect(groups(papers, [split, merge(3, 'c', 'd')])).toEqual([['c/1', 'd/1']]);
    expect(groups(papers, [split, merge(1, 'c', 'd')])).toEqual([]);
  });

  it('find their people by name when the order of names has changed, and wait for those who are gone', () => {
    const later = [paper('a', ['Ann Lindqvist', 'W. Wang', 'Wei Wang']), paper('b', ['Wei Wang'])];
    expect(groups(later, [merge(1, 'a', 'b')])).toEqual([['a/3', 'b/1']]);
    expect(groups([later[1] ?? paper('b', [])], [merge(1, 'a', 'b')])).toEqual([]);
  });
});

describe('The graph of people', () => {
  const names = ['Rosa Okonkwo', 'R. Okonkwo', 'Rosa M. Okonkwo', 'Wei Wang', 'W. Wang', 'Ann Lindqvist'];
  const named = fc.record(
    { name: fc.constantFrom(...names), orcid: fc.constantFrom(orcid, other) },
    { requiredKeys: ['name'] },
  );
  const written = fc.record({
    key: fc.integer({ min: 1, max: 99 }).map((n) => `10.1_${n}`),
    people: fc.array(named, { maxLength: 4 }),
  });

  it('does not depend on the order of papers, and names everybody once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(written, { selector: ({ key }) => key, maxLength: 6 }), fc.nat(), (list, turn) => {
        const papers = list.map(({ key, people }) => paper(key, people));
        const cut = papers.length ? turn % papers.length : 0;
        const shuffled = [...papers.slice(cut), ...papers.slice(0, cut)].toReversed();
        const graph = personGraph(linkPeople(papers, [], []), base);
        expect(personGraph(linkPeople(shuffled, [], []), base)).toBe(graph);
        const places = papers.flatMap(({ facts }) => facts.people);
        expect(graph.split('\n').filter((line) => line.includes('#canonical> '))).toHaveLength(places.length);
      }),
    );
  });

  it('has one person for each group, one match fewer than places, and no ORCIDs that contradict each other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(written, { selector: ({ key }) => key, maxLength: 6 }), (list) => {
        for (const { mentions, matches } of linkPeople(
          list.map(({ key, people }) => paper(key, people)),
          [],
          [],
        )) {
          expect(matches).toHaveLength(mentions.length - 1);
          for (const { evidence } of matches) expect(evidence.length).toBeGreaterThan(0);
          expect(new Set(mentions.flatMap((mention) => mention.orcid ?? [])).size).toBeLessThan(2);
        }
      }),
    );
  });

  it('keeps to the shapes', async () => {
    const papers = [
      paper('10.1_a', [person('Rosa Okonkwo', { orcid }), 'Wei Wang']),
      paper('10.1_b', ['Rosa M. Okonkwo', 'Wei Wang']),
    ];
    expect(await validateShacl(personGraph(linkPeople(papers, [], []), base))).toEqual([]);
  });

  it('gives the fullest spelling first', () => {
    const graph = personGraph(
      linkPeople([paper('a', ['Rosa Okonkwo']), paper('b', ['Rosa M. Okonkwo'])], [], []),
      base,
    );
    expect(graph).toMatch(/person\/a\/person1> <\S+#prefLabel> "Rosa M. Okonkwo"/);
    expect(graph).toMatch(/person\/a\/person1> <\S+#altLabel> "Rosa Okonkwo"/);
  });
});
