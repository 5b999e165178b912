import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import neo4j, { type Driver } from 'neo4j-driver';
import { Corpus } from '@askg/corpus';
import { Neo4jFollower, Neo4jProjection } from '@askg/graph';
import { freePort } from '../../scripts/services/free-port.ts';
import { neo4j as service } from '../../scripts/services/neo4j.ts';
import type { RunningService } from '../../scripts/services/service.ts';
import { addDocument, baseIri, readPapers } from '../eval/stack/demo-corpus.ts';
import { whereServicesRun } from './where-services-run.ts';

jest.setTimeout(300_000);

whereServicesRun(service)('the corpus in Neo4j', () => {
  let folder: string;
  let server: RunningService;
  let port: number;
  let corpus: Corpus;
  let driver: Driver;
  let projection: Neo4jProjection;
  let keys: string[];

  const startServer = (): Promise<RunningService> => service.start({ folder, port });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'askg-neo4j-'));
    port = await freePort();
    server = await startServer();
    corpus = Corpus.create(join(folder, 'corpus'), { baseIri });
    const papers = (await readPapers(join(import.meta.dirname, '..', '..', 'demo', 'papers'))).slice(0, 4);
    for (const paper of papers) await addDocument(corpus, paper, Buffer.from(paper.title));
    await corpus.updateLinks();
    keys = corpus.papers().map(({ key }) => key);
    const url = `bolt://127.0.0.1:${port}`;
    driver = neo4j.driver(url, undefined, { disableLosslessIntegers: true });
    projection = new Neo4jProjection({ url });
  });

  afterAll(async () => {
    await projection.close();
    await driver.close();
    corpus.close();
    await server.stop();
    await rm(folder, { recursive: true });
  });

  async function ask(cypher: string, parameters: Record<string, unknown> = {}): Promise<unknown[]> {
    const { records } = await driver.executeQuery(cypher, parameters);
    return records.map((record) => Object.values(record.toObject()));
  }

  async function steps(signal?: AbortSignal): Promise<string[]> {
    const written: string[] = [];
    const onProgress = ({ graph }: { graph: string }): void => void written.push(graph);
    await projection.bringInStep(corpus, { onProgress, ...(signal ? { signal } : {}) });
    return written;
  }

  it('goes on after it was stopped, and writes no version twice', async () => {
    const stop = new AbortController();
    const onProgress = (): void => stop.abort();
    await expect(projection.bringInStep(corpus, { signal: stop.signal, onProgress })).rejects.toMatchObject({
      code: 'graph/cancelled',
    });
    const rest = await steps();
    expect(rest).toHaveLength(corpus.snapshot().graphs.length - 1);
    expect(await steps()).toEqual([]);
  });

  it('has papers, sections, sentences, references, entities and people as nodes that hang together', async () => {
    expect(await ask('MATCH (p:Paper) RETURN p.key ORDER BY p.key')).toEqual(keys.toSorted().map((key) => [key]));
    const [key = ''] = keys;
    const within =
      'MATCH (p:Paper {key: $key})-[:HAS_SECTION]->(s:Section)-[:HAS_PARAGRAPH]->()-[:HAS_SENTENCE]->(t:Sentence)';
    const [first] = await ask(`${within} RETURN t.iri, t.text ORDER BY s.index, t.iri LIMIT 1`, { key });
    expect(first).toEqual([expect.stringContaining(`/paper/${key}/s1/`), expect.stringMatching(/\w+/)]);
    const [tied] = await ask(
      `MATCH (p:Paper)-[:CREATOR]->(:Person)-[:CANONICAL]->(c:CanonicalPerson)
       MATCH (t:Sentence)-[:CITES]->(r:Reference)<-[:HAS_REFERENCE]-(p) MATCH (:Sentence)-[:MENTIONS]->(e:Entity)
       RETURN count(DISTINCT c) > 0, count(DISTINCT r) > 0, count(DISTINCT e) > 0`,
    );
    expect(tied).toEqual([true, true, true]);
  });

  it('answers the examples of the guide', async () => {
    const guide = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'guides', 'neo4j.md'), 'utf8');
    const examples = [...guide.matchAll(/```cypher\n(.*?)```/gsu)].map(([, cypher = '']) => cypher);
    expect(examples).toHaveLength(5);
    await ask('CALL db.awaitIndexes(60)');
    const answers = [];
    for (const example of examples) answers.push((await ask(example)).length > 0);
    // The first four papers name no dataset in a method section and do not cite one another.
    expect(answers).toEqual([false, true, true, false, true]);
  });

  it('loses what a paper lost, and keeps what others have there', async () => {
    await driver.executeQuery("CREATE (:Ours {name: 'kept'})");
    const [key = ''] = keys;
    await corpus.removePaper(key);
    await corpus.updateLinks();
    await steps();
    expect(
      await ask('MATCH (n:RdfResource) WHERE n.iri CONTAINS $key RETURN n.iri', { key: `/paper/${key}/` }),
    ).toEqual([]);
    expect(await ask('MATCH (p:Paper) RETURN count(p)')).toEqual([[keys.length - 1]]);
    await projection.clear();
    expect(await ask('MATCH (n) RETURN labels(n)')).toEqual([[['Ours']]]);
  });

  it('catches up with what it missed while the server was down', async () => {
    const states: string[] = [];
    const follower = new Neo4jFollower(new Neo4jProjection({ url: `bolt://127.0.0.1:${port}` }), corpus, {
      pollMs: 200,
      longestWaitMs: 1000,
      onChange: ({ state }) => states.push(state),
    });
    const isThere = (state: string): boolean =>
      follower.state().state === state && (state !== 'in-step' || follower.state().commit >= corpus.commitNumber());
    const until = async (state: string): Promise<void> => {
      while (!isThere(state)) await delay(50);
    };
    follower.start();
    await until('in-step');
    await server.stop('SIGKILL');
    const [, key = ''] = keys;
    await corpus.removePaper(key);
    await corpus.updateLinks();
    await until('waiting');
    server = await startServer();
    await until('in-step');
    await follower.close();
    expect(states).toContain('waiting');
    expect(await ask('MATCH (p:Paper) RETURN p.key ORDER BY p.key')).toEqual(
      keys
        .slice(2)
        .toSorted()
        .map((each) => [each]),
    );
  });
});
