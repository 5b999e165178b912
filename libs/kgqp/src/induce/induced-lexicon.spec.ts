import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ClassShape, GraphDescription, PropertyShape } from '@askg/graph';
import { InducedLexicon } from './induced-lexicon.ts';
import { localName, termPhrases } from './term-words.ts';

const v = (name: string) => `http://e.org/v#${name}`;
const xsd = (name: string) => `http://www.w3.org/2001/XMLSchema#${name}`;
const label = 'http://www.w3.org/2000/01/rdf-schema#label';

const use = (property: string, kind: string, samples: string[], more: Partial<PropertyShape> = {}): PropertyShape => ({
  property,
  triples: 10,
  subjects: 10,
  objects: 10,
  kinds: [{ iri: kind, isLiteral: kind.startsWith(xsd('')), triples: 10 }],
  samples,
  isFunctional: true,
  ...more,
});
const cls = (name: string, properties: PropertyShape[], more: Partial<ClassShape> = {}): ClassShape => ({
  iri: v(name),
  labels: [],
  comments: [],
  entities: 10,
  parents: [],
  properties,
  ...more,
});

const description: GraphDescription = {
  schema: 'askg.graph-description/1',
  source: 'test',
  described: '2026-01-01T00:00:00Z',
  classes: [
    cls('Machine', [], { entities: 0, labels: ['machine'] }),
    cls(
      'Drill',
      [
        use(label, xsd('string'), ['Alpha', 'Beta']),
        use(v('serialNo'), xsd('string'), ['A1-77', 'B2-78']),
        use(v('weight_kg'), xsd('decimal'), ['1.5', '20']),
        use(v('width'), xsd('integer'), ['1', '2']),
        use(v('depth'), xsd('integer'), ['1', '2']),
        use(v('parts'), xsd('string'), ['4', '12'], { objects: 3 }),
        use(v('madeIn'), xsd('integer'), ['1987', '2004'], { objects: 4 }),
        use(v('price'), v('Price'), ['http://e.org/p1']),
      ],
      { parents: [v('Machine')], comments: ['A tool that makes holes.'] },
    ),
    cls('Saw', [use(v('nickname'), xsd('string'), ['Zip', 'Zap'])], { parents: [v('Machine')] }),
    cls('Price', [
      use(v('amount'), xsd('decimal'), ['3.5', '9']),
      use(v('currency'), xsd('string'), ['EUR'], { objects: 1 }),
    ]),
  ],
  properties: [
    'serialNo',
    'weight_kg',
    'width',
    'depth',
    'parts',
    'madeIn',
    'price',
    'nickname',
    'amount',
    'currency',
  ].map((name) => ({
    iri: v(name),
    labels: name === 'weight_kg' ? ['weight (kg)'] : [],
    comments: [],
    triples: 10,
    domains: [],
    ranges: [],
  })),
  vocabularies: [],
  missing: [],
};

describe('the words of a term', () => {
  it('are its labels with and without brackets and helping verbs, its local name, and those of its comments', () => {
    const phrases = termPhrases(
      { iri: v('hasProductManager'), labels: ['weight (kg)'], comments: ['The boss of it'] },
      (stem) => stem === 'the',
    );
    expect(phrases.map(({ stems, source }) => `${source}: ${stems.join(' ')}`)).toEqual([
      'label: weight kg',
      'label: weight',
      'label: kg',
      'name: product manager',
      'name: has product manager',
      'genus: boss',
      'comment: the',
      'comment: of',
      'comment: it',
    ]);
  });

  it.each([
    ['http://e.org/BillOfMaterial', 'Bill Of Material'],
    ['http://e.org/v#depth_mm', 'depth mm'],
    ['http://e.org/resource/United_States', 'United States'],
    ['http://e.org/a%20b/', 'a b'],
    ['http://e.org/%E0%A4%A', '%E0%A4%A'],
    ['urn:x', 'urn:x'],
  ])('of %s are %s', (iri, words) => {
    expect(localName(iri)).toBe(words);
  });
});

describe('a lexicon that is found in a graph', () => {
  let lexicon: InducedLexicon;
  beforeAll(() => {
    lexicon = new InducedLexicon(description);
  });

  it('takes a class without nodes for those below it', () => {
    expect(lexicon.schema.classes.get(v('Machine'))?.members).toEqual([v('Drill'), v('Saw')]);
    expect(lexicon.named('machin')).toContainEqual({ kind: 'class', iri: v('Machine'), worth: 1 });
  });

  it('finds numbers that are written as text, years, and what is neither', () => {
    const attribute = (name: string) => lexicon.schema.attributes.find(({ property }) => property === v(name));
    expect(attribute('parts')).toMatchObject({ type: 'number', needsCast: true, isTime: false });
    expect(attribute('madeIn')).toMatchObject({ type: 'number', needsCast: false, isTime: true });
    expect(attribute('serialNo')).toMatchObject({ type: 'text', needsCast: false });
  });

  it('finds what things are called by, and their identifiers', () => {
    expect(lexicon.namings.get(v('Drill'))).toEqual({ name: label, aliases: [], identifiers: [v('serialNo')] });
    expect(lexicon.namings.get(v('Saw'))?.name).toBe(v('nickname'));
  });

  it('knows terms by label, name, comment, by words that mean the same, and of one family', () => {
    const properties = (stem: string) => lexicon.spoken(stem).map(({ iri }) => iri);
    expect(properties('weigh')).toContain(v('weight_kg'));
    expect(properties('cost')).toContain(v('price'));
    expect(properties('tool')).toContain(v('Drill'));
    expect(properties('serial')).toEqual([v('serialNo')]);
    expect(properties('year')).toContain(v('madeIn'));
    expect(properties('elephant')).toEqual([]);
  });

  it('finds ways over the edges of the graph in both directions', () => {
    const hops = (from: string, to: string) =>
      lexicon.paths
        .between(v(from), v(to))
        .map((path) => path.hops.map(({ property, forward }) => `${forward ? '' : '^'}${localName(property)}`));
    expect(hops('Drill', 'Price')).toContainEqual(['price']);
    expect(hops('Price', 'Drill')).toContainEqual(['^price']);
    expect(hops('Saw', 'Price')).toEqual([]);
  });
});
