import type { Answer } from '@askg/contract';

/** An answer from another graph as lines for a person: what it says, the graph, what words were taken for, the query. */
export function graphAnswerLines(answer: Answer, { name, source, described }: NonNullable<Answer['graph']>): string[] {
  const run = answer.sparql.findLast(({ state }) => state === 'ok' || state === 'empty') ?? answer.sparql.at(-1);
  return [
    ...(answer.answer === '' ? [] : [...answer.answer.split('\n'), '']),
    `From the graph ${name} (${source}), as described on ${described.slice(0, 10)}.`,
    ...answer.links.flatMap(({ phrase, chosen, alternatives }) => {
      const others = alternatives.map(({ label, iri }) => `${label} <${iri}>`).join(', ');
      return [`“${phrase}”: <${chosen}>${others === '' ? '' : `, or ${others}`}`];
    }),
    ...(run === undefined ? [] : ['', ...run.text.trimEnd().split('\n')]),
    ...answer.degraded.map(({ wanted, reason }) => `Note: ${wanted} is not known in full. ${reason}`),
  ];
}
