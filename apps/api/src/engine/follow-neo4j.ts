import type { Corpus } from '@askg/corpus';
import { type FollowerState, Neo4jFollower, type Neo4jOptions, Neo4jProjection } from '@askg/graph';
import type { Log } from '../problems/log.ts';

/** Keeps a Neo4j in step with the corpus while the server runs, and says in the log when it cannot. */
export function followNeo4j(options: Neo4jOptions, corpus: Corpus, log: Log): Neo4jFollower {
  const onChange = ({ state, commit, problem }: FollowerState): void => {
    if (problem === undefined) log({ level: 'info', message: `Neo4j is ${state} at commit ${commit}.` });
    else log({ level: 'error', code: problem.code, message: problem.detail });
  };
  const follower = new Neo4jFollower(new Neo4jProjection(options), corpus, { onChange });
  follower.start();
  return follower;
}
