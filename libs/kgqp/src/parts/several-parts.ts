import type { Degraded } from '@askg/contract';
import type { Choice } from '../facts.ts';
import { plainOf } from '../linking/words.ts';
import { analyseQuestion } from '../question/analyse-question.ts';
import { type Asking, askTogether } from '../run/ask-together.ts';
import type { KindOfRun } from '../run/kind-of-run.ts';
import { oneQuestion } from '../run/one-question.ts';
import { plan } from '../run/plan.ts';
import type { RunContext } from '../run/run-context.ts';
import { cutEnumeration } from './cut-enumeration.ts';
import { cutSentences } from './cut-sentences.ts';
import { isOneQuery } from './one-query.ts';
import { joinParts } from './join-parts.ts';
import { splitQuestion } from './split-question.ts';

/** More parts than these are answered as one question. */
export const mostParts = 4;

/** The run for a question with several parts; undefined when it has one, or when one query answers them all. */
export async function severalParts(context: RunContext, text: string): Promise<KindOfRun | undefined> {
  const parts = context.request.isWhole ? [text] : splitQuestion(text);
  if (parts.length < 2) return undefined;
  if (parts.length > mostParts) return unsplit(parts.length);
  // Who asks in several sentences, or names in each part what it is about, asks several things, whatever one query could say.
  const isJoined = cutEnumeration(text) === undefined && cutSentences(text).length === 1 && !standsAlone(parts, text);
  if (isJoined && (await isOneQuery(context, text, parts.length))) return undefined;
  return askParts(parts);
}

/** Whether a later part stands in the question as it is: nothing of an earlier one had to be put in. */
function standsAlone(parts: readonly string[], text: string): boolean {
  const whole = plainOf(text);
  return parts.slice(1).some((part) => whole.includes(plainOf(part)));
}

/** Asks the parts of a question beside one another, and joins what each comes to. */
function askParts(parts: readonly string[]): KindOfRun {
  return async function* (context) {
    const { request, chat } = context;
    const askings = parts.map((part, i): Asking => {
      const choices = request.choices && choicesFor(request.choices, parts, i);
      return {
        question: analyseQuestion(part),
        part: `part ${i + 1}`,
        isPlanned: true,
        ...(choices ? { choices } : {}),
      };
    });
    const steps = sideBySide(askings.map(({ question }) => plan(request, question)));
    const split = `Answer its ${parts.length} parts: ${parts.map((part, i) => `(${i + 1}) ${part}`).join(' ')}`;
    yield { event: 'plan', steps: [split, ...steps] };
    // A model is asked one thing after the other, so that which call is the last that it may take does not depend on time.
    return joinParts(yield* askTogether(context, askings, chat ? 1 : 2));
  };
}

/** The steps of several plans, those that come first in each first, none twice. */
function sideBySide(plans: readonly (readonly string[])[]): string[] {
  const longest = Math.max(...plans.map(({ length }) => length));
  const places = Array.from({ length: longest }, (_, i) => plans.flatMap((steps) => steps[i] ?? []));
  return [...new Set(places.flat())];
}

/** The choices whose phrase stands in a part; one that stands in none goes to the first, which says so. */
function choicesFor(choices: readonly Choice[], parts: readonly string[], at: number): Choice[] {
  return choices.filter(({ phrase }) => {
    const holding = parts.map((part) => plainOf(part).includes(plainOf(phrase)));
    return holding[at] === true || (at === 0 && !holding.includes(true));
  });
}

/** Answers a question with too many parts as it stands, and says so. */
function unsplit(parts: number): KindOfRun {
  const note: Degraded = {
    step: 'parts',
    wanted: `an answer to each of ${parts} parts`,
    used: 'the question as a whole',
    reason: `At most ${mostParts} parts are answered one by one.`,
  };
  return async function* (context, text) {
    const conclusion = yield* oneQuestion(context, text);
    const { gathered } = conclusion;
    return { ...conclusion, gathered: { ...gathered, degraded: [note, ...gathered.degraded] } };
  };
}
