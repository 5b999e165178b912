import { parseIri } from '@askg/ddm';
import type { RankedPassage } from '@askg/retrieval';
import type { TextualNode } from '../facts.ts';
import { namesPaper } from '../relax/names-paper.ts';
import { aspectCandidates } from './aspect-candidates.ts';
import { type Candidate, passageCandidates } from './candidate.ts';
import type { CorpusView } from './corpus-view.ts';
import { DiversePool } from './diverse-pool.ts';
import type { Evidence, EvidenceUnit } from './evidence.ts';
import { joinNodes } from './node-candidates.ts';
import { preferStanding } from './prefer-standing.ts';
import { quote, type Quote } from './quote.ts';
import { type ScoredCandidate, type ScoreTexts, scoreCandidates } from './score-candidates.ts';
import { TokenBudget } from './token-budget.ts';
import type { WordRarity } from './word-rarity.ts';

export type EvidenceSources = {
  question: string;
  passages: readonly RankedPassage[];
  nodes: readonly TextualNode[];
  rarity: WordRarity;
  view: CorpusView;
  scoreTexts: ScoreTexts;
  /** Most tokens that the units may take in the prompt of a chat model, as `TokenBudget` counts them. */
  tokens?: number;
};

/** Units of evidence for one question, and how many of them one paper may give when several are asked. */
const mostUnits = 12;
const perPaper = 6;

/**
 * With the instructions of the prompt (250 tokens), and a query written by the model and mended once (1,800 each at most on the
 * demo's questions), a question stays below 6,000 tokens.
 */
const usualTokens = 2000;

/**
 * Chooses units from the passages found and the nodes that the graph named, and reads each from the graph: what comes out
 * is quoted word for word, from papers of the view, and never hidden or suspicious text. What several places say is one unit.
 */
export async function gatherEvidence(sources: EvidenceSources): Promise<Evidence> {
  const { view, nodes } = sources;
  const ofView = sources.passages.filter(({ paper }) => view.graphDigest(paper) !== undefined);
  const found = await joinNodes(passageCandidates(ofView), nodes, view);
  const candidates = [...found, ...(await aspectCandidates(sources.question, found, view))];
  if (candidates.length === 0) return { units: [], method: 'none' };
  const { scored, method } = await scoreCandidates(candidates, sources.question, sources.rarity, sources.scoreTexts);
  const pool = new DiversePool(preferStanding(scored, view), isOfOne(sources, candidates) ? mostUnits : perPaper);
  const budget = new TokenBudget(sources.tokens ?? usualTokens);
  const units: EvidenceUnit[] = [];
  for (let best = pool.best(); best && units.length < mostUnits; best = pool.best()) {
    const unit = await readUnit(best, view);
    if (!unit || !budget.spend(unit.placed)) {
      pool.drop(best);
      continue;
    }
    const same = await readSame(pool.take(best), view);
    units.push(same.length === 0 ? unit : { ...unit, same });
  }
  return { units, isOnePaper: view.size === 1, method };
}

/** Whether one paper is asked: no other may be, or the question names it, and all that satisfies its constraints is of it. */
function isOfOne({ view, nodes, question }: EvidenceSources, candidates: readonly Candidate[]): boolean {
  if (view.size === 1) return true;
  const [key, ...others] = new Set(nodes.map(({ iri }) => parseIri(view.base, iri)?.key));
  const title = candidates.find(({ paper }) => paper === key)?.title;
  return others.length === 0 && title !== undefined && namesPaper(question, title);
}

/** The candidate as it stands in the graph of the view; undefined when it is gone, or may not be shown. */
async function readUnit(candidate: ScoredCandidate, view: CorpusView): Promise<EvidenceUnit | undefined> {
  const [placed] = await view.unitsAt(candidate.iri);
  if (!placed || !view.isStanding(candidate.paper)) return undefined;
  const { similarity, coverage, score, methods } = candidate;
  return { placed, quote: quote(placed), similarity, coverage, score, methods };
}

async function readSame(candidates: readonly ScoredCandidate[], view: CorpusView): Promise<Quote[]> {
  const units = await Promise.all(candidates.map((candidate) => readUnit(candidate, view)));
  return units.flatMap((unit) => unit?.quote ?? []);
}
