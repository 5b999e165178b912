import type { Role } from '@askg/contract';
import type { RankedPassage } from '@askg/retrieval';
import type { PlacedUnit } from './corpus-view.ts';

/** A unit that may become evidence, with what is known before it is read from the graph. */
export type Candidate = {
  iri: string;
  text: string;
  /** Key of its paper. */
  paper: string;
  title: string;
  section?: string;
  role?: Role;
  /** Score of its passage over that of the best one, 0 to 1; 0 for a unit that only the graph named. */
  passage: number;
  /** How well it satisfies the question's constraints in the graph: 1 - loss, 0 when the graph did not name it. */
  node: number;
  /** What found it: the methods of the passage search, `graph`, and `paper` where its paper was read for it. */
  methods: string[];
};

/** The units of passages, best passage first, each unit once. */
export function passageCandidates(passages: readonly RankedPassage[]): Candidate[] {
  const best = passages[0]?.score ?? 0;
  const candidates = new Map<string, Candidate>();
  for (const passage of passages) {
    const points = Array.from(passage.text);
    const { paper, title, section, role } = passage;
    for (const { iri, start, end } of passage.units) {
      if (candidates.has(iri)) continue;
      candidates.set(iri, {
        iri,
        text: points.slice(start, end).join(''),
        paper,
        title,
        ...(section === undefined ? {} : { section }),
        ...(role === undefined ? {} : { role }),
        passage: best > 0 ? Math.max(0, passage.score / best) : 0,
        node: 0,
        methods: passage.methods.map(({ name }) => name),
      });
    }
  }
  return [...candidates.values()];
}

/** A unit that no passage search found. */
export function unitCandidate({ paper, unit, iri }: PlacedUnit, method: string): Candidate {
  return {
    iri,
    text: unit.text,
    paper: paper.key,
    title: paper.title,
    ...(unit.section === undefined ? {} : { section: unit.section }),
    ...(unit.role === undefined ? {} : { role: unit.role }),
    passage: 0,
    node: 0,
    methods: [method],
  };
}
