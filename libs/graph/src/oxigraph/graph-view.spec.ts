import { beforeEach, describe, expect, it } from '@jest/globals';
import { answerQuery } from './answer-query.ts';
import type { EngineQuery } from './engine-messages.ts';
import { FolderFeed } from './folder-feed.ts';
import { GraphView } from './graph-view.ts';
import { LoadedGraphs } from './loaded-graphs.ts';
import { useTemporaryFolders } from '../testing/temporary-folders.ts';

const newFolder = useTemporaryFolders();

const name = (n: number): string => `http://g/${n}`;
const names = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, n) => name(from + n));

let feed: FolderFeed;
let graphs: LoadedGraphs;
let view: GraphView;

/** A graph of two triples: a value of its own, and what it points to in the next graph. */
async function put(n: number, value: string): Promise<void> {
  const lines = [`<http://e/${n}> <http://e/value> "${value}"`, `<http://e/${n}> <http://e/next> <http://e/${n + 1}>`];
  await feed.put(name(n), lines.map((line) => `${line} <${name(n)}> .\n`).join(''));
}

beforeEach(async () => {
  feed = new FolderFeed(newFolder());
  for (let n = 0; n < 40; n++) await put(n, `value ${n}`);
  graphs = new LoadedGraphs(feed, (nquads) => nquads);
  await graphs.load();
  view = new GraphView(graphs);
});

function ask(
  text: string,
  readable: string[],
  options: Partial<EngineQuery> = {},
  with_: GraphView | undefined = view,
) {
  const dataset = { default: readable, named: readable };
  const query: EngineQuery = {
    text,
    kind: 'bindings',
    cost: 'normal',
    mediaType: 'text/csv',
    dataset,
    rows: 1000,
    bytes: 100_000,
    addedLines: 0,
    ...options,
  };
  return answerQuery(graphs, query, with_).text.split('\r\n').slice(1, -1).toSorted();
}

const queries = [
  'SELECT ?v { ?s <http://e/value> ?v }',
  'SELECT ?v { ?s <http://e/next> ?t . ?t <http://e/value> ?v }',
  'SELECT ?g ?v { GRAPH ?g { ?s <http://e/value> ?v } }',
  'SELECT ?v { <http://e/3> <http://e/next>+ ?t . ?t <http://e/value> ?v }',
  'SELECT ?s { ?s <http://e/next> ?t MINUS { ?t <http://e/value> ?v } }',
  `SELECT ?v { GRAPH <${name(35)}> { ?s <http://e/value> ?v } }`,
];

describe('a view of some graphs', () => {
  it.each(queries)('answers as the list of them does: %s', (text) => {
    const readable = names(0, 30);
    expect(view.storeFor({ default: readable, named: readable }, true)).toBeDefined();
    expect(ask(text, readable)).toEqual(ask(text, readable, {}, undefined));
  });

  it('goes from one set of readers to another, and forgets what they may not read', () => {
    const all = 'SELECT ?v { ?s <http://e/value> ?v }';
    expect(ask(all, names(0, 30))).toHaveLength(30);
    expect(ask(all, names(5, 35))).toEqual(ask(all, names(5, 35), {}, undefined));
    expect(ask(all, names(14, 40))).toEqual(ask(all, names(14, 40), {}, undefined));
    expect(ask(`SELECT ?v { GRAPH <${name(0)}> { ?s ?p ?v } }`, names(14, 40))).toEqual([]);
  });

  it('follows the graphs', async () => {
    const readable = names(0, 30);
    const third = 'SELECT ?v { <http://e/3> <http://e/value> ?v }';
    expect(ask(third, readable)).toEqual(['value 3']);
    await put(3, 'another');
    await feed.remove(name(4));
    await graphs.advance();
    expect(ask(third, readable)).toEqual(['another']);
    expect(ask('SELECT ?v { <http://e/4> <http://e/value> ?v }', readable)).toEqual([]);
  });

  it('is not made for a cheap query, for few graphs, or for a default graph that is not the union of the others', () => {
    const many = names(0, 30);
    expect(view.storeFor({ default: many, named: many }, false)).toBeUndefined();
    expect(view.storeFor({ default: names(0, 3), named: names(0, 3) }, true)).toBeUndefined();
    expect(view.storeFor({ default: many, named: names(5, 35) }, true)).toBeUndefined();
    expect(view.storeFor({ default: many, named: many }, true)).toBeDefined();
    expect(view.storeFor({ default: many, named: many }, false)).toBeDefined();
  });
});
