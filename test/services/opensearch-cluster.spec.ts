import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { describeServer } from '@askg/retrieval';
import { FakeEmbedder } from '../../libs/retrieval/src/testing/fake-embedder.ts';
import { useLibraries } from '../../libs/retrieval/src/testing/test-library.ts';
import { freePort } from '../../scripts/services/free-port.ts';
import { opensearch as service } from '../../scripts/services/opensearch.ts';
import type { RunningService } from '../../scripts/services/service.ts';
import { whereServicesRun } from './where-services-run.ts';

jest.setTimeout(600_000);

whereServicesRun(service)('two nodes of OpenSearch', () => {
  const folders: string[] = [];
  const nodes: RunningService[] = [];

  beforeAll(async () => {
    const cluster = [await freePort(), await freePort()];
    for (const [i, transportPort] of cluster.entries()) {
      const node = `n${i + 1}`;
      const folder = await mkdtemp(join(tmpdir(), `askg-${node}-`));
      folders.push(folder);
      nodes.push(await service.start({ folder, node, transportPort, cluster }));
    }
  });

  afterAll(async () => {
    for (const node of nodes.toReversed()) await node.stop('SIGKILL');
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  });

  const settings = () => {
    const [first = '', second = ''] = nodes.map(({ environment }) => environment['OPENSEARCH_URL'] ?? '');
    // The one that will be lost is asked first.
    return { nodes: [second, first] as const, index: 'askg', shards: 2, replicas: 1 };
  };
  const newLibrary = useLibraries(() => {
    const { nodes: addresses, ...rest } = settings();
    return { ...rest, nodes: [...addresses] };
  });

  it('lose one without losing a passage or a vector, and take in more', async () => {
    const library = newLibrary();
    const embedder = new FakeEmbedder();
    for (let paper = 0; paper < 20; paper++) await library.add(`10.1/${paper}`, [`A graph of number${paper}.`]);
    const indexer = await library.indexer(embedder);
    await indexer.catchUp();
    await indexer.embedPending();
    while ((await describeServer(settings())).health !== 'green');
    expect(await describeServer(settings())).toMatchObject({ version: '2.19.1', nodes: 2, withoutVectors: [] });
    const [vector = new Float32Array()] = await embedder.embed('query', ['graph']);
    const reader = library.reader();
    const search = async () => [
      (await reader.searchWords('graph', { limit: 50 })).map(({ passage }) => passage.paper),
      (await reader.searchVector(embedder.model, vector, { limit: 50 })).map(({ passage }) => passage.paper).toSorted(),
    ];
    const before = await search();
    expect(before.map((papers) => papers?.length)).toEqual([20, 20]);
    await nodes[1]?.stop('SIGKILL');
    expect(await search()).toEqual(before);
    await library.add('10.1/20', ['A graph of number20.']);
    await indexer.catchUp();
    await indexer.embedPending();
    expect((await search()).map((papers) => papers.length)).toEqual([21, 21]);
    expect((await describeServer(settings())).health).toBe('yellow');
  });
});
