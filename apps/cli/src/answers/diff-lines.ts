import type { AnswerDiff } from '@askg/contract';

const words = { came: 'new', went: 'gone', changed: 'changed' };

/** What is different between two answers, as lines for a person. */
export function diffLines(diff: AnswerDiff): string[] {
  const { claims, rows, quotes, queries, notes, verdict } = diff;
  return [
    headline(diff),
    ...(verdict ? [`verdict: ${verdict.from} -> ${verdict.to}`] : []),
    ...claims.map(({ change, from, to, support }) => {
      const moved = support ? ` (${support.from} -> ${support.to})` : '';
      return `claim ${words[change]}: ${fromTo(from, to)}${moved}`;
    }),
    ...rows.map(({ change, bindings }) => {
      const values = Object.entries(bindings).map(([name, { value }]) => `${name}=${value}`);
      return `row ${words[change]}: ${values.join(', ')}`;
    }),
    ...quotes.map(({ change, iri, from, to }) => `quote ${words[change]}: ${fromTo(from, to)} <${iri}>`),
    ...queries.map(({ text, from, to }) => `query: ${ranAs(from)} -> ${ranAs(to)}: ${text.replaceAll(/\s+/g, ' ')}`),
    ...notes.map((note) => `Note: ${note}`),
  ];
}

function headline({ from, to, same, on }: AnswerDiff): string {
  const other =
    on === 'kept' ? `the graphs of commit ${to.version}` : `${to.id ?? 'the answer'} of commit ${to.version}`;
  return `${from.id} of commit ${from.version} and ${other}: ${same ? 'nothing is different.' : 'not the same.'}`;
}

function fromTo(from: string | undefined, to: string | undefined): string {
  if (from === undefined || to === undefined || from === to) return from ?? to ?? '';
  return `${from} -> ${to}`;
}

function ranAs(side: AnswerDiff['queries'][number]['from']): string {
  return side ? `${side.rows} rows, ${side.state}` : 'not run';
}
