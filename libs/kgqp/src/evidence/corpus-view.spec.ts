import { createHash } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { parseQuads } from '@askg/ddm';
import { useTestCorpora } from '../testing/test-corpus.ts';
import { CorpusView } from './corpus-view.ts';
import { PaperLibrary } from './paper-library.ts';
import { quote } from './quote.ts';

const testCorpus = useTestCorpora();

it('quotes only what the graph says of the cited node, word for word', async () => {
  const { corpus, keys } = await testCorpus();
  const view = new CorpusView(corpus, new PaperLibrary(corpus));
  for (const key of keys) {
    const digest = view.graphDigest(key) ?? '';
    const quads = parseQuads(await corpus.readGraph(digest), 'application/n-quads');
    const said = new Set(quads.map(({ subject, object }) => `${subject.value} ${object.value}`));
    const addresses = new Set(quads.map(({ subject }) => subject.value));
    const units = (await Promise.all([...addresses].map((iri) => view.unitsAt(iri)))).flat();
    expect(units.length).toBeGreaterThan(5);
    for (const unit of units) {
      const { iri, quote: text, textDigest, graphDigest } = quote(unit);
      expect(said).toContain(`${iri} ${text}`);
      expect(textDigest).toBe(createHash('sha256').update(text).digest('hex'));
      expect(graphDigest).toBe(digest);
    }
  }
});

it('gives the sentences of a paragraph, a figure and a table, and never a hidden one', async () => {
  const { corpus, keys } = await testCorpus();
  const view = new CorpusView(corpus, new PaperLibrary(corpus));
  const [key] = keys;
  const ids = async (id: string) =>
    (await view.unitsAt(`${corpus.baseIri}paper/${key}/${id}`)).map(({ unit }) => unit.id);
  expect(await ids('s2/p1')).toEqual(['s2/p1/t1', 's2/p1/t2', 's2/p1/t3', 's2/p1/t4', 's2/p1/t5']);
  expect(await ids('tab1')).toEqual(['tab1/t1', 'tab1/r1', 'tab1/r2']);
  expect(await ids('s1/p3')).toEqual([]);
  expect(await ids('s1/p3/t1')).toEqual([]);
});

it('knows only the papers that may be asked', async () => {
  const { corpus, keys } = await testCorpus();
  const [first = '', second = ''] = keys;
  const view = new CorpusView(corpus, new PaperLibrary(corpus), [second]);
  expect(view.size).toBe(1);
  expect(await view.unitsAt(`${corpus.baseIri}paper/${first}/s1/p1/t1`)).toEqual([]);
});

it('keeps showing the commit it began with, but says which papers are gone', async () => {
  const { corpus, keys } = await testCorpus();
  const [key = ''] = keys;
  const view = new CorpusView(corpus, new PaperLibrary(corpus));
  await corpus.removePaper(key);
  expect(await view.unitsAt(`${corpus.baseIri}paper/${key}/s1/p1/t1`)).toHaveLength(1);
  expect(view.isStanding(key)).toBe(false);
});
