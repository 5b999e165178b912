import { describe, expect, it } from '@jest/globals';
import { useDemoFacts } from '../testing/demo-facts.ts';

const demo = useDemoFacts();
const titles = async (question: string): Promise<(string | undefined)[]> =>
  (await demo.answerTo(question))?.rows.map(({ bindings }) => Object.values(bindings)[0]?.value) ?? [];

/** What papers are about: what their authors tagged them with, or what their text shows. */
const about = (name: string): string => `SELECT DISTINCT ?title WHERE {
  ?paper a ddm:Paper ; dcterms:title ?title .
  { ?paper ddm:hasKeyword/rdfs:label ?name } UNION { ?paper ddm:topic ?name } FILTER(LCASE(?name) = "${name}") }`;

describe('What papers are about', () => {
  it.each(['Python', 'machine learning', 'parsing'])('%s counts as a keyword and as a topic', async (name) => {
    const expected = (await demo.select(about(name.toLowerCase()))).rows.map((row) => row['title']?.value);
    expect(expected.length).toBeGreaterThan(0);
    expect(new Set(await titles(`Which papers are about ${name}?`))).toEqual(new Set(expected));
  });

  it('is a topic only after a word that says so', async () => {
    const tagged = await titles('Which papers are tagged with Python?');
    const isAbout = await titles('Which papers are about Python?');
    expect(isAbout).toEqual(expect.arrayContaining(tagged));
    expect(isAbout.length).toBeGreaterThan(tagged.length);
    expect((await demo.answerTo('Which papers are not about parsing?'))?.rows).toHaveLength(21);
  });
});

describe('Where papers mention something', () => {
  it('is the section of the sentence, not any section of the paper', async () => {
    const answer = await demo.answerTo('Which papers mention Python in the introduction?');
    expect(answer?.reading).toBe(
      'papers that have a sentence of an introduction section that mentions the entity “Python”',
    );
    const sections = await demo.answerTo('Which papers mention Python in the introduction sections?');
    expect(sections?.reading).toBe(answer?.reading);
    expect(sections?.rows).toHaveLength(2);
    const both = await demo.answerTo('Which papers mention Python and have a method section?');
    expect(both?.reading).toBe(
      'papers that have a sentence that mentions the entity “Python” and have a method section',
    );
  });

  it('is told with the names that others may say in passing', async () => {
    expect((await demo.answerTo('Which papers use Jupyter?'))?.inPassing).toEqual(['Jupyter']);
    expect((await demo.answerTo('Which papers mention Python in the introduction?'))?.inPassing).toBeUndefined();
  });
});
