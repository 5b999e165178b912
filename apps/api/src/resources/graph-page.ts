import { parseQuads } from '@askg/ddm';
import { html, type Html } from '../pages/html.ts';
import { formatLinks, layout, type Alternate } from '../pages/layout.ts';
import { iriLink, termText } from './triple-table.ts';

/** Most statements that a page shows; the data formats give all. */
const shown = 500;

/** The page of a named graph, or of a part of one: how many statements it holds, and the first of them. */
export function graphPage(
  page: { title: string; eyebrow: string; iri: string; nquads: string; baseIri: string },
  alternates: readonly Alternate[],
): string {
  const { title, eyebrow, iri, nquads, baseIri } = page;
  const lines = nquads.split('\n').filter((line) => line !== '');
  const quads = parseQuads(lines.slice(0, shown).join('\n'), 'application/n-quads');
  return layout({
    title,
    alternates,
    main: html`<article>
      <p class="eyebrow">${eyebrow}</p>
      <h1>${title}</h1>
      <code class="iri">${iri}</code>
      ${formatLinks(alternates)}
      <p class="meta">${count(lines.length)}</p>
      <div class="scroll" role="region" tabindex="0" aria-label="Statements">
        <table class="data">
          <thead>
            <tr>
              <th>Subject</th>
              <th>Property</th>
              <th>Value</th>
            </tr>
          </thead>
          <tbody>
            ${quads.map(
              ({ subject, predicate, object }) =>
                html`<tr>
                  <td>${iriLink(subject.value, baseIri)}</td>
                  <td>${iriLink(predicate.value, baseIri)}</td>
                  <td>${termText(object, baseIri)}</td>
                </tr> `,
            )}
          </tbody>
        </table>
      </div>
    </article>`,
  });
}

function count(statements: number): Html {
  const total = statements.toLocaleString('en');
  return statements > shown
    ? html`${total} statements; the first ${shown} are shown here, all are in the data formats.`
    : html`${total} statements.`;
}
