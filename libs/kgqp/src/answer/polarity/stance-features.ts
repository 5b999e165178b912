import { stemsOf } from '../../evidence/words.ts';
import { saysOpposite } from '../turned-round.ts';
import type { AskedStatement } from './asked-statement.ts';
import { ratiosIn, sameWay } from './changes.ts';
import { askedCues, saidCues } from './stance-cues.ts';
import type { ToldSentence } from './told-sentence.ts';

type Measure = (asked: string, sentence: string) => number;

const inWords = {
  denies: (_, sentence) => Number(saidCues.denies.test(sentence)),
  noEffect: (_, sentence) => Number(saidCues.noEffect.test(sentence)),
  /** That there is no effect is a yes to who asks for none. */
  noEffectAsAsked: (asked, sentence) => {
    if (!saidCues.noEffect.test(sentence)) return 0;
    return askedCues.asksSame.test(asked) || denies(asked) ? 1 : -1;
  },
  significant: (_, sentence) => Number(saidCues.significant.test(sentence)),
  compared: (_, sentence) => Number(saidCues.compared.test(sentence)),
  hedged: (_, sentence) => Number(saidCues.hedged.test(sentence)),
  asksNeed: (asked) => Number(askedCues.asksNeed.test(asked)),
  asksSame: (asked) => Number(askedCues.asksSame.test(asked)),
  asksDoes: (asked) => Number(askedCues.asksDoes.test(asked)),
  deniesAlike: (asked, sentence) => (denies(asked) === denies(sentence) ? 1 : -1),
  sameWay,
  ratioOfOne: (asked, sentence) => (ratiosIn(sentence).includes(0) ? (denies(asked) ? -1 : 1) : 0),
  opposite: (asked, sentence) => Number(saysOpposite(stemsOf(asked), stemsOf(sentence))),
} satisfies Record<string, Measure>;

type FeatureName = keyof typeof inWords;

/** What is seen of a sentence beside a question and beside a claim, in the order of the weights; how it leans comes after them. */
export const featureNames: Readonly<Record<AskedStatement['kind'], readonly FeatureName[]>> = {
  question: [
    'denies',
    'noEffect',
    'noEffectAsAsked',
    'significant',
    'compared',
    'hedged',
    'asksNeed',
    'asksSame',
    'asksDoes',
  ],
  claim: ['noEffectAsAsked', 'deniesAlike', 'sameWay', 'ratioOfOne', 'opposite'],
};

/**
 * The means of what is seen in sentences, each from -1 to 1, in the order of `featureNames`; undefined when there are none.
 * One more comes last when all of them lean.
 */
export function stanceFeatures(
  { kind, text }: AskedStatement,
  sentences: readonly ToldSentence[],
): number[] | undefined {
  if (sentences.length === 0) return undefined;
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const seen = featureNames[kind].map((name) => mean(sentences.map((each) => inWords[name](text, each.text))));
  const leans = sentences.flatMap(({ lean }) => lean ?? []);
  return leans.length === sentences.length ? [...seen, mean(leans)] : seen;
}

/** A question that opens with “Isn’t” denies nothing. */
function denies(text: string): boolean {
  return saidCues.denies.test(text.replace(/^\w+n['’]t\b/i, ''));
}
