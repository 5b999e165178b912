import { resultFormats } from '@askg/graph';
import { html, type Content, type Html } from '../pages/html.ts';
import { iriLink, shortened } from '../resources/triple-table.ts';
import type { ResultTerm, ResultView } from './result-view.ts';

/** Most rows and most characters of a graph that the page shows; the data formats give all. */
const shownRows = 1000;
const shownCharacters = 200_000;

/** The result of a query below its text. */
export function resultSection(result: ResultView, asked: { query: string; baseIri: string; path: string }): Html {
  return html`<section aria-label="Result">
    <h2>Result</h2>
    <p class="meta">${summary(result)}</p>
    ${downloads(result, asked)} ${content(result, asked.baseIri)}
  </section>`;
}

function summary(result: ResultView): string {
  const took = `${result.ms < 10 ? result.ms.toFixed(1) : Math.round(result.ms)} ms, commit ${result.commit}`;
  if (result.kind === 'boolean') return took;
  const noun = result.kind === 'bindings' ? 'row' : 'triple';
  const count = `${result.rows.toLocaleString('en')} ${noun}${result.rows === 1 ? '' : 's'}`;
  const cut = result.kind === 'bindings' && result.rows > shownRows;
  return `${count}${cut ? `, the first ${shownRows} shown here` : ''} · ${took}`;
}

function downloads({ kind }: ResultView, { query, path }: { query: string; path: string }): Html {
  return html`<ul class="chips">
    <li class="label">Data:</li>
    ${resultFormats[kind].map(
      ({ name, mediaType }) =>
        html`<li>
          <a href="${path}?query=${encodeURIComponent(query)}&amp;format=${name}" type="${mediaType}">${name}</a>
        </li> `,
    )}
  </ul>`;
}

function content(result: ResultView, baseIri: string): Content {
  switch (result.kind) {
    case 'boolean':
      return html`<p class="lead">${result.value ? 'Yes' : 'No'}</p>`;
    case 'graph': {
      const cut = result.turtle.length > shownCharacters;
      return [
        html`<pre tabindex="0">${result.turtle.slice(0, shownCharacters)}</pre>`,
        cut &&
          html`<p class="notice">The graph is longer than this page shows. The data formats above give all of it.</p>`,
      ];
    }
    default:
      return result.bindings.length === 0
        ? html`<p class="notice">No row matches the query.</p>`
        : bindingsTable(result.variables, result.bindings.slice(0, shownRows), baseIri);
  }
}

function bindingsTable(
  variables: readonly string[],
  bindings: readonly Record<string, ResultTerm | undefined>[],
  baseIri: string,
): Html {
  return html`<div class="scroll" role="region" tabindex="0" aria-label="Rows of the result">
    <table class="data">
      <thead>
        <tr>
          ${variables.map((name) => html`<th scope="col">${name}</th> `)}
        </tr>
      </thead>
      <tbody>
        ${bindings.map(
          (row) =>
            html`<tr>
              ${variables.map((name) => html`<td>${termOf(row[name], baseIri)}</td> `)}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}

/** A term of a result for people. */
export function termOf(term: ResultTerm | undefined, baseIri: string): Content {
  if (term === undefined) return '';
  if (term.type === 'uri') return iriLink(term.value, baseIri);
  if (term.type === 'bnode') return `_:${term.value}`;
  const { datatype } = term;
  const note = term['xml:lang'] ?? (datatype === undefined ? undefined : shortened(datatype, baseIri));
  const plain = note === undefined || note === 'xsd:string' || note === 'xsd:integer';
  return [term.value, !plain && html` <span class="quiet">${note}</span>`];
}
