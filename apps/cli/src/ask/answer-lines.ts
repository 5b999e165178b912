import { type Answer, type Citation, type Link, statusWords } from '@askg/contract';
import { graphAnswerLines } from './graph-answer-lines.ts';
import { polarityLines } from './polarity-lines.ts';
import { tableLines } from './table-lines.ts';

const verdicts: Record<Answer['verdict'], string> = {
  supported: 'Supported by the sentences cited.',
  'partly-supported': 'Only partly supported by the sentences cited.',
  'not-in-corpus': 'Nothing here supports an answer.',
  'no-answer': 'There is no answer.',
};

/** An answer as lines for a person: its words, the verdict, and each quote with the place where it stands. */
export function answerLines(answer: Answer): string[] {
  if (answer.graph !== undefined) return graphAnswerLines(answer, answer.graph);
  const cited = citationsOf(answer);
  return [
    ...(answer.answer === '' ? [] : [...answer.answer.split('\n'), '']),
    ...(answer.table ? [...tableLines(answer.table, answer), ''] : []),
    verdicts[answer.verdict],
    ...polarityLines(answer),
    ...(answer.parts ?? []).map(({ question, verdict }, i) => `  ${i + 1}. ${question} ${verdicts[verdict]}`),
    ...(answer.verdict === 'not-in-corpus' && cited.length > 0 ? ['The nearest that these papers say:'] : []),
    ...cited.flatMap(citationLines),
    ...answer.links.flatMap(otherLinks),
    ...answer.degraded.flatMap(({ step, used, wanted, reason }) => [
      `Note: ${step} used ${used} instead of ${wanted}. ${reason}`,
    ]),
    ...(answer.models ?? []).flatMap(({ name, licence, commercial }) =>
      commercial === false ? [`Note: ${name} took part, which is under ${licence}: for use that earns no money.`] : [],
    ),
  ];
}

/** From this score on, of 1, an alternative fits the words as well as what was chosen. */
const asGood = 0.95;

/** What a phrase may name as well, with what takes it for that. */
function otherLinks({ phrase, confirmed, alternatives }: Link): string[] {
  const others = confirmed ? [] : alternatives.filter(({ score }) => score >= asGood);
  return others.map(
    ({ iri, label, kind = 'thing' }) => `“${phrase}” may also be ${label} (${kind}): --take '${iri}=${phrase}'`,
  );
}

/** Every quote once, by its number; where nothing answers, the nearest ones. */
function citationsOf({ verdict, claims, nearest }: Answer): Citation[] {
  const all = claims.flatMap(({ citations, rows }) => [...citations, ...rows.flatMap(({ sources }) => sources)]);
  const cited = verdict === 'not-in-corpus' && all.length === 0 ? nearest : all;
  return [...new Map(cited.map((citation) => [citation.n, citation])).values()].toSorted((a, b) => a.n - b.n);
}

function citationLines({ n, quote, title, section, iri, status }: Citation): string[] {
  const told = status === undefined ? '' : `(${statusWords(status)}) `;
  return ['', `[${n}] “${quote}”`, `    ${told}${title}${section === undefined ? '' : ` › ${section}`}`, `    ${iri}`];
}
