import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AskEvent } from '@askg/contract';
import { ForeignGraphs } from '@askg/kgqp';
import { askGraph } from './ask-graph.ts';

const ferries = fileURLToPath(new URL('../../../../libs/kgqp/src/foreign/testing/ferries.ttl', import.meta.url));

describe('a question to a graph beside the corpus', () => {
  let folder: string;
  let graphs: ForeignGraphs;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'askg-ask-graph-'));
    graphs = new ForeignGraphs({ folder, now: () => performance.now(), today: () => '2026-01-01T00:00:00Z' });
    await graphs.add('ferries', { files: [ferries] });
  }, 30_000);
  afterAll(async () => {
    await graphs.close();
    await rm(folder, { recursive: true });
  });

  const events = async (name: string, question: string, signal = new AbortController().signal) => {
    const all: AskEvent[] = [];
    for await (const event of askGraph(graphs, name, { question }, { run: 'r1', signal, ms: () => 1 })) all.push(event);
    return all.map((event) => AskEvent.parse(event));
  };

  it('is answered in the events of a run, with the run as the id of the answer', async () => {
    const told = await events('ferries', 'Who commands the Borea?');
    expect(told.map(({ event }) => event)).toEqual(['started', 'links', 'query', 'rows', 'claim', 'done']);
    expect(told.at(-1)).toMatchObject({ answer: { id: 'r1', answer: 'Ole Berg', graph: { name: 'ferries' } } });
  });

  it('that no query means ends with its reason', async () => {
    const told = await events('ferries', 'Who commands the Titanic?');
    expect(told.at(-1)).toMatchObject({ event: 'done', answer: { problem: { code: 'kgqp/no-query' } } });
  });

  it('to a graph that is not there fails', async () => {
    await expect(events('none', 'Who commands the Borea?')).rejects.toThrow(
      expect.objectContaining({ code: 'kgqp/unknown-graph' }),
    );
  });
});
