import { parseIri } from '@askg/ddm';
import type { RankedPassage } from '@askg/retrieval';
import type { TextualNode } from '../facts.ts';
import { passageCandidates } from './candidate.ts';
import { chooseDiverse } from './choose-diverse.ts';
import type { CorpusView } from './corpus-view.ts';
import type { Evidence, EvidenceUnit } from './evidence.ts';
import { joinNodes } from './node-candidates.ts';
import { quote } from './quote.ts';
import { type ScoredCandidate, type ScoreTexts, scoreCandidates } from './score-candidates.ts';
import type { WordRarity } from './word-rarity.ts';

export type EvidenceSources = {
  question: string;
  passages: readonly RankedPassage[];
  nodes: readonly TextualNode[];
  rarity: WordRarity;
  view: CorpusView;
  scoreTexts: ScoreTexts;
};

/** Units of evidence for one question, and how many of them one paper may give when several are asked. */
const mostUnits = 12;
const perPaper = 4;

/**
 * Chooses units from the passages found and the nodes that the graph named, and reads each from the graph: what comes out
 * is quoted word for word, from papers of the view, and never hidden or suspicious text.
 */
export async function gatherEvidence(sources: EvidenceSources): Promise<Evidence> {
  const { view } = sources;
  const ofView = sources.passages.filter(({ paper }) => view.graphDigest(paper) !== undefined);
  const candidates = await joinNodes(passageCandidates(ofView), sources.nodes, view);
  if (candidates.length === 0) return { units: [], method: 'none' };
  const { scored, method } = await scoreCandidates(candidates, sources.question, sources.rarity, sources.scoreTexts);
  const asked = papersAsked(view, sources.nodes);
  const chosen = chooseDiverse(scored, { limit: mostUnits, perPaper: asked === 1 ? mostUnits : perPaper });
  const units = await Promise.all(chosen.map((candidate) => readUnit(candidate, view)));
  return { units: units.filter((unit) => unit !== undefined), isOnePaper: view.size === 1, method };
}

/** How many papers the question is about: those that the graph named for it, or else all that may be asked. */
function papersAsked(view: CorpusView, nodes: readonly TextualNode[]): number {
  const named = new Set(nodes.map(({ iri }) => parseIri(view.base, iri)?.key));
  return named.size > 0 ? named.size : view.size;
}

/** The candidate as it stands in the graph of the view; undefined when it is gone, or may not be shown. */
async function readUnit(candidate: ScoredCandidate, view: CorpusView): Promise<EvidenceUnit | undefined> {
  const [placed] = await view.unitsAt(candidate.iri);
  if (!placed || !view.isStanding(candidate.paper)) return undefined;
  const { similarity, coverage, score, methods } = candidate;
  return { placed, quote: quote(placed), similarity, coverage, score, methods };
}
