import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { SparqlEndpoint } from '../oxigraph/testing/sparql-endpoint.ts';
import { keepProjection, type KeeperReport } from './keep-projection.ts';
import { forgetServer, projectedCommit } from './projection-mark.ts';
import { ServerConnection } from './server-connection.ts';
import { ServerProjection } from './server-projection.ts';
import type { ServerSettings } from './server-settings.ts';
import { SmallCorpus } from './testing/small-corpus.ts';

let endpoint: SparqlEndpoint;
let settings: ServerSettings;
let small: SmallCorpus;
const keepers: Keeper[] = [];
beforeEach(async () => {
  endpoint = new SparqlEndpoint();
  settings = await endpoint.start();
  small = new SmallCorpus();
});
afterEach(async () => {
  await Promise.all(keepers.splice(0).map((keeper) => keeper.stop()));
  await endpoint.stop();
  small.close();
});

type Keeper = {
  reports: KeeperReport[];
  heard: (type: KeeperReport['type'], times?: number) => Promise<void>;
  stop: () => Promise<void>;
};

function keep(): Keeper {
  const reports: KeeperReport[] = [];
  const ending = new AbortController();
  let wake = (): void => undefined;
  const { corpus } = small;
  const kept = keepProjection({
    corpus,
    projection: new ServerProjection({ corpus, server: new ServerConnection(settings), newId: randomUUID }),
    now: () => performance.now(),
    signal: ending.signal,
    report: (report) => {
      reports.push(report);
      wake();
    },
    pollMs: 5,
    checkMs: 20,
    pauseMs: 5,
  });
  const heard = async (type: KeeperReport['type'], times = 1): Promise<void> => {
    while (reports.filter((report) => report.type === type).length < times) {
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  const stop = async (): Promise<void> => {
    ending.abort();
    await kept;
  };
  const keeper = { reports, heard, stop };
  keepers.push(keeper);
  return keeper;
}

describe('the keeper of a projection', () => {
  it('follows each commit', async () => {
    await small.add('a');
    const { heard } = keep();
    await heard('in-step');
    await small.add('b');
    await heard('in-step', 2);
    expect(projectedCommit(small.corpus)).toBe(2);
  });

  it('is one at a time, and another takes over', async () => {
    const first = keep();
    await first.heard('in-step');
    const second = keep();
    await second.heard('waiting');
    await small.add('a');
    await first.heard('in-step', 2);
    await first.stop();
    await second.heard('in-step');
    await small.add('b');
    await second.heard('in-step', 2);
    expect(second.reports.filter(({ type }) => type === 'progress')).toHaveLength(1);
  });

  it('catches up with what a server missed while it was down, and says once that it was', async () => {
    await small.add('a');
    await small.add('b');
    const { heard, reports } = keep();
    await heard('in-step');
    await endpoint.stop();
    await small.remove('a');
    await heard('failed');
    await endpoint.start();
    await heard('in-step', 2);
    expect(
      endpoint.store.query('SELECT ?o { ?s <http://purl.org/dc/terms/title> ?o }', {
        use_default_graph_as_union: true,
      }),
    ).toHaveLength(1);
    const failures = reports.filter(({ type }) => type === 'failed');
    expect(failures.length).toBeLessThanOrEqual(2);
    expect(failures[0]).toMatchObject({ error: { code: 'graph/unreachable' } });
  });

  it('notices without any commit that a server was emptied, or is to be filled anew', async () => {
    await small.add('a');
    const { heard } = keep();
    await heard('in-step');
    endpoint.store.update('DROP ALL');
    await heard('in-step', 2);
    expect(endpoint.store.size).toBe(2);
    forgetServer(small.corpus, randomUUID);
    await heard('in-step', 3);
    expect(projectedCommit(small.corpus)).toBe(1);
  });
});
