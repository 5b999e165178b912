import { EventEmitter, once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import type { GraphFeed } from '../oxigraph/graph-feed.ts';
import { GraphError } from '../graph-error.ts';
import { type FollowerState, Neo4jFollower } from './neo4j-follower.ts';
import type { Neo4jProjection, StepResult } from './neo4j-projection.ts';

/** Stands for a Neo4j that can go away: what is tested is when it is asked, and what is told of that. */
class Server extends EventEmitter implements Pick<Neo4jProjection, 'bringInStep' | 'close'> {
  isDown = false;
  /** Graphs that the next comparison finds to differ. */
  differing = 0;
  /** Graphs whose files are damaged. */
  damaged: StepResult['damaged'] = [];
  asked = 0;
  isClosed = false;

  async bringInStep(
    feed: Parameters<Neo4jProjection['bringInStep']>[0],
    { onProgress }: Parameters<Neo4jProjection['bringInStep']>[1] = {},
  ): Promise<StepResult> {
    this.asked += 1;
    this.emit('asked');
    if (this.isDown) throw new GraphError('graph/unreachable', 'Neo4j is away.');
    for (let done = 1; done <= this.differing; done++) onProgress?.({ done, total: this.differing, graph: 'g' });
    this.differing = 0;
    return { commit: await feed.commitNumber(), damaged: this.damaged };
  }

  close(): Promise<void> {
    this.isClosed = true;
    return Promise.resolve();
  }

  async until(asked: number): Promise<void> {
    while (this.asked < asked) await once(this, 'asked');
  }
}

function follow(server: Server, looksUntilCheck = 1_000_000) {
  const told: FollowerState[] = [];
  const corpus = { commit: 1 };
  const feed: GraphFeed = {
    commitNumber: () => corpus.commit,
    snapshot: () => ({ commit: corpus.commit, graphs: [] }),
    changesSince: () => ({ commit: corpus.commit, changes: [] }),
    readGraph: () => Promise.reject(new Error('No graph is read here.')),
  };
  const onChange = (state: FollowerState): void => void told.push(state);
  const follower = new Neo4jFollower(server, feed, { pollMs: 1, longestWaitMs: 2, looksUntilCheck, onChange });
  follower.start();
  return { follower, told, corpus };
}

describe('a follower', () => {
  it('tells which graphs were left out, and counts the others as there', async () => {
    const server = new Server();
    server.damaged = [{ graph: 'http://g/1', detail: 'is damaged' }];
    const { follower, told } = follow(server);
    await server.until(1);
    await follower.close();
    const problem = { code: 'graph/unloadable-graph', detail: 'http://g/1: is damaged' };
    expect(told).toEqual([{ state: 'in-step', commit: 1, problem }]);
  });

  it('tells once that the server is away, however often it tries, and when it is back', async () => {
    const server = new Server();
    server.isDown = true;
    const { follower, told } = follow(server);
    await server.until(5);
    expect(told).toEqual([
      { state: 'waiting', commit: 0, problem: { code: 'graph/unreachable', detail: expect.stringContaining('away') } },
    ]);
    server.differing = 2;
    server.isDown = false;
    await server.until(server.asked + 1);
    await follower.close();
    expect(told.slice(1)).toEqual([
      { state: 'catching-up', commit: 0 },
      { state: 'in-step', commit: 1 },
    ]);
    expect(server.isClosed).toBe(true);
  });

  it('asks the server after a commit, and not before', async () => {
    const server = new Server();
    const { follower, corpus } = follow(server);
    await server.until(1);
    corpus.commit = 7;
    await server.until(2);
    await follower.close();
    expect(follower.state()).toEqual({ state: 'in-step', commit: 7 });
    expect(server.asked).toBe(2);
  });

  it('finds that a server was emptied, or has gone away, though nothing was committed', async () => {
    const server = new Server();
    const { follower, told } = follow(server, 3);
    await server.until(2);
    expect(told).toEqual([{ state: 'in-step', commit: 1 }]);
    server.differing = 1;
    await server.until(4);
    server.isDown = true;
    await server.until(server.asked + 2);
    await follower.close();
    expect(told.map(({ state }) => state)).toEqual(['in-step', 'catching-up', 'in-step', 'waiting']);
  });
});
