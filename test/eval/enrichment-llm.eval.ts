import { type DropReason, type Suggestions, mergeSuggestions } from '@askg/ddm';
import { askModel } from '../../apps/ingest/src/enrich-llm/ask-model.ts';
import { SuggestPrompt } from '../../apps/ingest/src/enrich-llm/prompt.ts';
import { suggestCalls } from '../../apps/ingest/src/enrich-llm/suggest-request.ts';
import { TokenBudget } from '../../apps/ingest/src/enrich-llm/token-budget.ts';
import { round } from '../../bench/statistics.ts';
import { findAbbreviations } from '../../libs/ddm/src/enrich/abbreviations/find-abbreviations.ts';
import { tagEntities } from '../../libs/ddm/src/enrich/entities/tag-entities.ts';
import { sampleOf } from './documents/pairs.ts';
import { phraseSpans } from './entities/baselines.ts';
import { documentOf } from './entities/document-of.ts';
import { sciErc } from './entities/labelled/folders.ts';
import type { LabelledDocument } from './entities/labelled/labelled.ts';
import { spanF1 } from './entities/span-f1.ts';
import { type Span, foundSpans, goldSpans } from './entities/spans.ts';
import { typeOfMention } from './entities/type-mapping.ts';
import { writePredictions } from './enrichment/write-predictions.ts';
import { namedThings } from './enrichment-llm/named-things.ts';
import { suggestedSpans } from './enrichment-llm/suggested-spans.ts';
import type { Evaluation, EvaluationOptions, EvaluationReport, Figure } from './main.ts';
import { chatModel } from './stack/chat-model.ts';

/** Types of SciERC that name a thing; `Generic` names none. */
const types: readonly string[] = ['Task', 'Method', 'Metric', 'Material', 'OtherScientificTerm'];
/** Abstracts that a slow model reads in some ten minutes. */
const usualSample = 15;
/** Milliseconds that a small model on two cores has for one reply. */
const deadlineMs = 300_000;
/** Milliseconds after which no other abstract is begun; only those that were are scored. */
const mostMs = 10 * 60_000;

/**
 * `--data` is a folder with SciERC (`sciie`); `--model NAME` a chat model at `OPENAI_BASE_URL`. The model is asked in the words and the form that
 * `ingest --enrich llm` uses, and what it says goes through the same checks.
 */
export const evaluation: Evaluation = {
  describe:
    "Entities that a chat model suggests for SciERC abstracts, beside those that askg's own tagger finds in the same abstracts.",
  run: evaluate,
};

type Cost = { abstracts: number; calls: number; badReplies: number; tokens: number; ms: number; refused: number };

async function evaluate(options: EvaluationOptions): Promise<EvaluationReport> {
  const part = options.split === 'test' ? 'test' : 'dev';
  const sampled = sampleOf(sciErc(options.data ?? '', part), options.sample ?? usualSample);
  if (sampled.length === 0) throw new Error('--data DIR: a folder with SciERC (sciie)');
  const { suggestions, cost } = await askAll(sampled, options.model);
  const documents = sampled.slice(0, cost.abstracts);
  const suggested = documents.flatMap((each) => {
    const own = suggestions.get(each.id);
    return own ? suggestedSpans(each, own) : [];
  });
  const tagged = documents.flatMap((each) =>
    foundSpans(each.id, tagEntities(findAbbreviations(documentOf(each, true))), typeOfMention),
  );
  writePredictions(
    'enrichment-llm',
    options.predictions,
    suggested.filter(({ type }) => types.includes(type)),
  );
  return report(documents, { suggested, tagged, suggestions: [...suggestions.values()], cost });
}

/** What the model suggests for each document; one without an answer of use has none. */
async function askAll(
  documents: readonly LabelledDocument[],
  model: string,
): Promise<{ suggestions: Map<string, Suggestions>; cost: Cost }> {
  const chat = chatModel(model);
  if (!chat) throw new Error('--model NAME: the chat model that is to suggest');
  const prompt = new SuggestPrompt();
  const budget = new TokenBudget(Infinity);
  const count = { calls: 0, badReplies: 0 };
  const suggestions = new Map<string, Suggestions>();
  const start = performance.now();
  let refused = 0;
  let abstracts = 0;
  for (const document of documents) {
    if (performance.now() - start > mostMs) break;
    abstracts++;
    try {
      const parts: Suggestions[] = [];
      for (const call of suggestCalls(documentOf(document, true), prompt)) {
        const answer = await askModel(chat, call, { budget, count, deadlineMs });
        if (typeof answer !== 'string') parts.push(answer);
      }
      suggestions.set(document.id, mergeSuggestions(parts));
    } catch (error) {
      refused++;
      process.stderr.write(`${document.id}: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  const ms = Math.round(performance.now() - start);
  return { suggestions, cost: { abstracts, ...count, tokens: budget.spent, ms, refused } };
}

type Found = { suggested: Span[]; tagged: Span[]; suggestions: Suggestions[]; cost: Cost };

function report(
  documents: readonly LabelledDocument[],
  { suggested, tagged, suggestions, cost }: Found,
): EvaluationReport {
  const gold = documents
    .flatMap((document) => goldSpans(document, (type) => type))
    .filter(({ type }) => types.includes(type));
  const figures: Figure[] = [];
  const details: Record<string, unknown> = { documents: documents.length };
  const add = (who: string, found: readonly Span[]): void => {
    const names = namedThings(documents, found);
    const goldNames = namedThings(documents, gold);
    const scores = {
      'exact spans': spanF1(found, gold, false),
      'exact spans and types': spanF1(found, gold, true),
      'different names': spanF1(names, goldNames, false),
      'different names and types': spanF1(names, goldNames, true),
    };
    for (const [what, score] of Object.entries(scores)) {
      const { precision, recall, f1 } = score;
      figures.push({ name: `${who}: ${what}`, value: round(f1, 4), unit: 'F1' });
      details[`${who}: ${what}`] = {
        ...score,
        precision: round(precision, 4),
        recall: round(recall, 4),
        f1: round(f1, 4),
      };
    }
  };
  add('the model', suggested);
  add('the tagger', tagged);
  add('both together', [...suggested, ...tagged]);
  add('baseline, phrases between function words, all of them methods', phraseSpans(documents, 'Method'));
  const kept = suggestions.reduce((sum, { entities, relations }) => sum + entities.length + relations.length, 0);
  const dropped = droppedOf(suggestions);
  const lost = Object.values(dropped).reduce((sum, number) => sum + number, 0);
  const { abstracts } = cost;
  figures.push(
    { name: 'suggestions that the checks drop', value: round(lost / Math.max(1, lost + kept), 4), unit: 'of all' },
    { name: 'abstracts without a reply of use', value: cost.refused, unit: `of ${abstracts}` },
    { name: 'relations', value: suggestions.reduce((sum, { relations }) => sum + relations.length, 0), unit: '' },
    { name: 'tokens', value: Math.round(cost.tokens / abstracts), unit: 'an abstract' },
    { name: 'time', value: round(cost.ms / 1000 / abstracts, 1), unit: 's an abstract' },
  );
  return { figures, details: { ...details, ...cost, dropped } };
}

function droppedOf(suggestions: readonly Suggestions[]): Partial<Record<DropReason, number>> {
  return mergeSuggestions(suggestions).dropped;
}
