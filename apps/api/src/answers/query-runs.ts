import type { Answer, SparqlRun } from '@askg/contract';
import { html, type Content, type Html } from '../pages/html.ts';
import { duration } from './answer-view.ts';

const origins: Record<SparqlRun['origin'], string> = {
  planner: 'written by the planner',
  model: 'written by the model',
  user: 'yours',
};
const kinds: Record<SparqlRun['kind'], string> = { fact: 'For facts', 'textual-nodes': 'For sentences' };
const states: Record<SparqlRun['state'], string> = {
  ok: '',
  empty: 'nothing found',
  invalid: 'not valid, not run',
  timeout: 'stopped at its deadline',
};

/** The queries that were run: those whose rows stand in the answer first, the others together. */
export function queryRuns({ sparql, claims }: Answer): Content {
  const used = new Set(claims.flatMap(({ rows }) => rows.map(({ query }) => query)));
  const kept = sparql.filter((_, i) => used.has(i));
  const others = sparql.filter((_, i) => !used.has(i));
  // A query or two are no crowd.
  if (others.length <= 2) return [...kept, ...others].map(queryRun);
  return [
    kept.map(queryRun),
    html`<details>
      <summary>
        <span class="what">SPARQL</span> <span>${kept.length > 0 ? 'Others that were tried' : 'What was tried'}</span>
        <span class="quiet">${others.length} queries</span>
      </summary>
      <div class="tried">${others.map(queryRun)}</div>
    </details>`,
  ];
}

function queryRun(run: SparqlRun): Html {
  const { text, rows, ms, state, relaxed, emptiedBy, faults = [] } = run;
  const outcome = state === 'ok' ? `${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}` : states[state];
  return html`<details>
    <summary>
      <span class="what">SPARQL</span> <span>${kinds[run.kind]}, ${origins[run.origin]}</span>
      <span class="quiet">${outcome} · ${duration(ms)}</span>
    </summary>
    ${relaxed.length > 0 && html`<p class="meta">Relaxed: ${relaxed.map(({ step }) => step).join('; ')}</p>`}
    ${emptiedBy !== undefined && html`<p class="meta">Nothing is left with: <code>${emptiedBy}</code></p>`}
    ${faults.length > 0 && html`<p class="meta">What is wrong: ${faults.join('; ')}</p>`}
    <pre tabindex="0">${text}</pre>
    <p><a href="/sparql?query=${encodeURIComponent(text)}">Open on the SPARQL page</a></p>
  </details>`;
}
