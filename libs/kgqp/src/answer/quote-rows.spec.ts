import { describe, expect, it } from '@jest/globals';
import { CorpusView } from '../evidence/corpus-view.ts';
import { PaperLibrary } from '../evidence/paper-library.ts';
import type { FactAnswer } from '../facts.ts';
import { useTestCorpora } from '../testing/test-corpus.ts';
import { telescopePaper } from '../testing/test-papers.ts';
import { quoteRows } from './quote-rows.ts';

const testCorpus = useTestCorpora();

async function quotesFor(
  query: string,
  id: string,
  value: string,
  { paper = telescopePaper, reading = 'papers', column = 'x' } = {},
): Promise<string[]> {
  const { corpus, keys } = await testCorpus([paper]);
  const view = new CorpusView(corpus, new PaperLibrary(corpus));
  const source = `${corpus.baseIri}paper/${keys[0]}${id}`;
  const answer: FactAnswer = {
    run: { kind: 'fact', origin: 'planner', text: query, rows: 1, ms: 1, state: 'ok', relaxed: [] },
    shape: 'list',
    columns: [column],
    rows: [{ bindings: { [column]: { type: 'literal', value } }, sources: [source] }],
    confidence: 1,
    reading,
  };
  const [row] = await quoteRows(answer, view);
  return row?.quotes.map(({ quote }) => quote) ?? [];
}

describe('what a row rests on', () => {
  const { title } = telescopePaper;

  it('is the field that says its value', async () => {
    expect(await quotesFor('SELECT ?x { ?p ddm:doi ?x }', '', '10.1000/argus')).toEqual(['10.1000/argus']);
    expect(await quotesFor('SELECT ?x { ?p dcterms:title ?x }', '', title)).toEqual([title]);
  });

  it('is also the field that meets a condition of the query', async () => {
    const byDoi = 'SELECT ?x { ?p ddm:doi "10.1000/argus" ; dcterms:title ?x }';
    expect(await quotesFor(byDoi, '', title)).toEqual([title, '10.1000/argus']);
    const byYear = 'SELECT ?x { ?p ddm:year ?y ; dcterms:title ?x FILTER(?y > 2020) }';
    expect(await quotesFor(byYear, '', title)).toEqual([title, '2021']);
    const reading = 'title of the paper “10.1000/argus”';
    expect(await quotesFor('SELECT ?x { <p> dcterms:title ?x }', '', title, { reading })).toEqual([
      title,
      '10.1000/argus',
    ]);
  });

  it('is not the date of a paper whose references were asked for by date', async () => {
    const byYear = 'SELECT ?x { ?p ddm:hasReference ?r . ?r ddm:year 2018 ; dcterms:title ?x }';
    expect(await quotesFor(byYear, '', 'Another work')).toEqual([title]);
  });

  it('is a sentence that names an entity', async () => {
    const [paragraph] = telescopePaper.abstract;
    if (!paragraph) throw new Error('The paper has no abstract.');
    const sentences = paragraph.sentences.map((sentence, i) =>
      i === 0
        ? { ...sentence, mentions: [{ start: 0, end: 5, type: 'tool' as const, label: 'Argus', score: 1 }] }
        : sentence,
    );
    const paper = { ...telescopePaper, abstract: [{ ...paragraph, sentences }] };
    const sentence = 'Argus is a telescope with 900 small lenses.';
    expect(await quotesFor('SELECT ?x { ?e rdfs:label ?x }', '/ent1', 'Argus', { paper })).toEqual([sentence]);
    expect(await quotesFor('ASK { ?s ddm:mentions ?e }', '/ent1', 'false', { paper, column: 'answer' })).toEqual([]);
  });

  it('is the sentence that defines an abbreviation', async () => {
    const paper = { ...telescopePaper, abbreviations: [{ short: 'A', long: 'Argus', sentence: 'abstract/p1/t1' }] };
    const sentence = 'Argus is a telescope with 900 small lenses.';
    expect(await quotesFor('SELECT ?x { ?a ddm:longForm ?x }', '/abbr1', 'Argus', { paper })).toEqual([sentence]);
  });
});
