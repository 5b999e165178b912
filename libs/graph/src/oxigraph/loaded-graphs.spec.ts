import { beforeEach, describe, expect, it } from '@jest/globals';
import { FolderFeed } from './folder-feed.ts';
import { LoadedGraphs } from './loaded-graphs.ts';
import { useTemporaryFolders } from '../testing/temporary-folders.ts';

const newFolder = useTemporaryFolders();

const quad = (graph: string, value: string) => `<http://e/s> <http://e/p> "${value}" <${graph}> .\n`;

let feed: FolderFeed;
let graphs: LoadedGraphs;

beforeEach(async () => {
  feed = new FolderFeed(newFolder());
  graphs = new LoadedGraphs(feed, (nquads) => nquads);
});

const stored = () => graphs.store.dump({ format: 'application/n-quads' }).trim().split('\n').toSorted().join('\n');

describe('the graphs of an engine', () => {
  it('follow the corpus: added, changed, removed', async () => {
    await feed.put('http://g/1', quad('http://g/1', 'one'));
    await graphs.load();
    await feed.put('http://g/2', quad('http://g/2', 'two') + quad('http://g/2', 'more'));
    await feed.put('http://g/1', quad('http://g/1', 'changed'));
    await graphs.advance();
    expect(stored()).toBe(
      [quad('http://g/1', 'changed'), quad('http://g/2', 'more'), quad('http://g/2', 'two')].join('').trim(),
    );
    expect(graphs).toMatchObject({ commit: 3, quads: 3, names: ['http://g/2', 'http://g/1'] });
    await feed.remove('http://g/2');
    await graphs.advance();
    expect(stored()).toBe(quad('http://g/1', 'changed').trim());
    expect(graphs).toMatchObject({ commit: 4, quads: 1, names: ['http://g/1'], problems: [] });
  });

  it('are what the projection leaves of the files', async () => {
    graphs = new LoadedGraphs(feed, (nquads) => nquads.replace(quad('http://g/1', 'two'), ''));
    await feed.put('http://g/1', quad('http://g/1', 'one') + quad('http://g/1', 'two'));
    await graphs.load();
    expect(stored()).toBe(quad('http://g/1', 'one').trim());
  });

  it('go on without a damaged one, and say which it is', async () => {
    await feed.put('http://g/1', quad('http://g/1', 'one'));
    await feed.put('http://g/2', quad('http://g/2', 'two'));
    await feed.damage('http://g/1');
    await graphs.load();
    expect(graphs.names).toEqual(['http://g/2']);
    expect(graphs.problems).toMatchObject([{ graph: 'http://g/1', code: 'corpus/damaged-graph' }]);
  });

  it('forget a problem when the graph is stored anew', async () => {
    await feed.put('http://g/1', quad('http://g/1', 'one'));
    await feed.damage('http://g/1');
    await graphs.load();
    await feed.put('http://g/1', quad('http://g/1', 'mended'));
    await graphs.advance();
    expect(graphs).toMatchObject({ names: ['http://g/1'], problems: [] });
  });

  it.each([
    ['is no RDF', '<http://e/s> <http://e/p> "open <http://g/1> .\n'],
    ['holds a quad of another graph', quad('http://g/1', 'one') + quad('http://g/2', 'two')],
    ['is cut', quad('http://g/1', 'one').slice(0, -3)],
    ['has a faulty line after good ones', `${quad('http://g/1', 'one')}<http://e/s> <no iri> "two" <http://g/1> .\n`],
  ])('load all or nothing of a file that %s', async (_, nquads) => {
    await feed.put('http://g/1', nquads);
    await graphs.load();
    expect(graphs).toMatchObject({
      quads: 0,
      names: [],
      problems: [{ graph: 'http://g/1', code: 'graph/unloadable-graph' }],
    });
    expect(stored()).toBe('');
  });

  it('do not take a name for a piece of SPARQL', async () => {
    const name = 'http://g/1> ; DROP ALL ; DROP GRAPH <http://g/1';
    await feed.put('http://g/2', quad('http://g/2', 'two'));
    await feed.put(name, quad(name, 'one'));
    await graphs.load();
    await feed.remove(name);
    await graphs.advance();
    expect(stored()).toBe(quad('http://g/2', 'two').trim());
  });
});
