import { describe, expect, it } from '@jest/globals';
import type { Document, Sentence } from '@askg/contract';
import { MemoryRetriever } from '../testing/memory-passages.ts';
import { type TestCorpus, useTestCorpora } from '../testing/test-corpus.ts';
import { breadPaper, telescopePaper } from '../testing/test-papers.ts';
import type { TextualNode } from '../facts.ts';
import { CorpusView } from './corpus-view.ts';
import { gatherEvidence } from './gather-evidence.ts';
import { PaperLibrary } from './paper-library.ts';
import { contentWords } from './words.ts';
import { wordRarity } from './word-rarity.ts';

const testCorpus = useTestCorpora();

async function gather(
  { corpus, passages }: TestCorpus,
  question: string,
  nodes: TextualNode[] = [],
  papers?: string[],
  tokens?: number,
) {
  const retriever = new MemoryRetriever(passages);
  const retrieval = await retriever.retrieve(question, { limit: 10 });
  return gatherEvidence({
    question,
    passages: retrieval.passages,
    nodes,
    rarity: await wordRarity(passages, contentWords(question)),
    view: new CorpusView(corpus, new PaperLibrary(corpus), papers),
    scoreTexts: (texts) => retriever.scoreTexts(question, texts),
    ...(tokens === undefined ? {} : { tokens }),
  });
}

/** A paper with one more section at its end. */
function withSection(paper: Document, heading: string, texts: readonly (string | Partial<Sentence>)[]): Document {
  const id = `s${paper.sections.length + 1}`;
  const sentences = texts.map((text, i) => ({
    id: `${id}/p1/t${i + 1}`,
    boxes: [],
    citations: [],
    text: '',
    ...(typeof text === 'string' ? { text } : text),
  }));
  const paragraphs = [{ id: `${id}/p1`, kind: 'text' as const, sentences }];
  return {
    ...paper,
    sections: [...paper.sections, { id, heading, depth: 1, role: 'other', sections: [], paragraphs }],
  };
}

describe('evidence', () => {
  it('begins with the sentence that answers', async () => {
    const { units } = await gather(await testCorpus(), 'Who ground the lenses of Argus from recycled glass?');
    expect(units[0]?.quote).toMatchObject({
      quote: 'The lenses were ground from recycled glass by a workshop in Accra.',
      unit: 'sentence',
      section: 'Methods',
      title: 'Argus: a telescope that watches the whole sky',
    });
  });

  it('holds table rows, list items and captions too', async () => {
    const made = await testCorpus();
    const kinds = async (question: string) => (await gather(made, question)).units.map(({ quote }) => quote.unit);
    expect(await kinds('How many supernovae in May?')).toContain('table-row');
    expect(await kinds('Which heater works against dew on each lens?')).toContain('item');
    expect(await kinds('the dome with its lenses')).toContain('caption');
  });

  it('takes up units that only the graph named', async () => {
    const made = await testCorpus();
    const iri = `${made.corpus.baseIri}paper/${made.keys[1]}/s1/p1/t2`;
    const question = 'Which supernovae?';
    const without = await gather(made, question);
    const evidence = await gather(made, question, [{ iri, loss: 0 }]);
    expect(without.units.map(({ placed }) => placed.iri)).not.toContain(iri);
    expect(evidence.units.find(({ placed }) => placed.iri === iri)?.methods).toEqual(['graph']);
  });

  it('comes from the papers of the view only', async () => {
    const made = await testCorpus();
    const { units } = await gather(made, 'What is made of glass in Accra?', [], [made.keys[1] ?? '']);
    expect(new Set(units.map(({ quote }) => quote.paper))).toEqual(new Set([made.keys[1]]));
  });

  it('keeps to its tokens', async () => {
    const made = await testCorpus();
    const question = 'Which lenses were ground from recycled glass?';
    const count = async (tokens: number) => (await gather(made, question, [], undefined, tokens)).units.length;
    expect(await count(0)).toBe(0);
    expect(await count(60)).toBe(1);
    expect(await count(2000)).toBeGreaterThan(3);
  });

  it('is one unit where several places say the same, with a quote of each', async () => {
    const said = 'The lenses of Argus were ground from recycled glass by a small workshop in Accra.';
    const made = await testCorpus([
      withSection(telescopePaper, 'Conclusion', [said]),
      withSection(breadPaper, 'Related work', [
        'All lenses of Argus were ground from recycled glass, by a small workshop in Accra.',
      ]),
    ]);
    const { units } = await gather(made, 'Who ground the lenses of Argus from recycled glass?');
    const [best] = units;
    expect(new Set([best?.quote.paper, ...(best?.same ?? []).map(({ paper }) => paper)])).toEqual(new Set(made.keys));
    expect(units.filter(({ quote }) => quote.quote.includes('workshop'))).toHaveLength(1);
  });

  it('does not quote hidden text for another unit either', async () => {
    const said = 'The lenses of Argus were ground from recycled glass by a small workshop in Accra.';
    const made = await testCorpus([
      withSection(telescopePaper, 'Conclusion', [said]),
      withSection(breadPaper, 'Notes', [{ text: said, flags: ['hidden'] }]),
    ]);
    const { units } = await gather(made, 'Who ground the lenses of Argus from recycled glass?');
    const papers = units.flatMap(({ quote, same = [] }) => [quote, ...same]).filter(({ quote }) => quote === said);
    expect(papers.map(({ paper }) => paper)).toEqual([made.keys[0]]);
  });

  it('goes on without a paper whose graph cannot be read, and says so', async () => {
    const made = await testCorpus();
    const library = new PaperLibrary({
      baseIri: made.corpus.baseIri,
      readGraph: () => made.corpus.readGraph('f'.repeat(64)),
    });
    const retriever = new MemoryRetriever(made.passages);
    const { passages } = await retriever.retrieve('glass', { limit: 10 });
    const view = new CorpusView(made.corpus, library);
    const { units } = await gatherEvidence({
      question: 'glass',
      passages,
      nodes: [],
      rarity: new Map(),
      view,
      scoreTexts: (texts) => retriever.scoreTexts('glass', texts),
    });
    expect(units).toEqual([]);
    expect(view.unreadable[0]).toMatchObject({
      step: 'evidence',
      reason: expect.stringContaining('corpus/missing-graph'),
    });
  });
});
