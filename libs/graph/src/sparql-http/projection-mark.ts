import { createHash } from 'node:crypto';
import type { Corpus } from '@askg/corpus';
import { leanVersion } from '@askg/ddm';

/**
 * What the catalog says about a server, kept as the instance of the projection `sparql`. `epoch` has a random part that
 * changes before each change of the server and stands in the server too: where the two differ, one of them came from a
 * backup or was emptied, and nothing that the catalog says of the server holds.
 */
export type ProjectionMark = {
  epoch: string;
  /** The next epoch, while it is not certain that the server has it. */
  next?: string;
  /** The newest commit that the server holds in full; absent while it is being filled. */
  commit?: number;
  /** Which statements of the graphs were put there. */
  lean: string;
  /** Base IRI of the corpus when they were. */
  base: string;
};

/** Stands for the projection that engines load today. */
export const leanMark: string = createHash('sha256').update(leanVersion).digest('hex').slice(0, 12);

type Marked = { id: string; baseIri: string; projections: Pick<Corpus['projections'], 'instance' | 'reset'> };

/** Makes the catalog know nothing of the server, so that it is filled anew. @param newId gives a word that was never given */
export function forgetServer(corpus: Marked, newId: () => string): ProjectionMark {
  const { baseIri: base, projections } = corpus;
  const mark = { epoch: newEpoch(corpus, newId), lean: leanMark, base };
  projections.reset('sparql', writeMark(mark));
  return mark;
}

/** The newest commit that the server holds in full; undefined while it is being filled. */
export function projectedCommit({ projections }: Pick<Marked, 'projections'>): number | undefined {
  return readMark(projections.instance('sparql'))?.commit;
}

/** An epoch says whose it is. */
export function newEpoch({ id }: { id: string }, newId: () => string): string {
  return `${id} ${newId()}`;
}

/** Whether a server holds what another corpus has put there. */
export function isForeign(epoch: string, { id }: { id: string }): boolean {
  return !epoch.startsWith(`${id} `);
}

export function writeMark(mark: ProjectionMark): string {
  return JSON.stringify(mark);
}

export function readMark(instance: string | undefined): ProjectionMark | undefined {
  return instance === undefined ? undefined : (JSON.parse(instance) as ProjectionMark);
}
