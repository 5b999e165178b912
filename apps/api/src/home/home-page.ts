import type { Paper } from '@askg/contract';
import { html, type Content, type Html } from '../pages/html.ts';
import { layout } from '../pages/layout.ts';
import { separated } from '../resources/paper-head.ts';
import type { ExampleQuery } from '../sparql/example-queries.ts';
import type { PaperSummary } from './summaries.ts';

export type HomeView = {
  papers: readonly PaperSummary[];
  failed: readonly Paper[];
  page: number;
  pages: number;
  total: number;
  commit: number;
  sentences?: number;
  examples: readonly ExampleQuery[];
};

/** The first page: what this is, what it holds, and where to go from here. */
export function homePage(view: HomeView): string {
  return layout({
    title: 'askg',
    place: 'papers',
    main: html`<h1>Papers as a graph, down to the sentence</h1>
      <p class="lead">
        Every section, sentence, table row, figure and reference of the papers below has an address of its own, can be
        quoted by it, and can be asked for in SPARQL.
      </p>
      ${view.page === 1 && [figures(view), examples(view.examples)]}
      <h2 id="papers">Papers</h2>
      ${
        view.total === 0
          ? empty()
          : html`<ol class="papers">
              ${view.papers.map(entry)}
            </ol>`
      }
      ${pager(view)} ${view.page === view.pages && failures(view.failed)}`,
  });
}

function figures({ total, sentences, commit }: HomeView): Html {
  return html`<dl class="figures">
    ${figure(total === 1 ? 'paper' : 'papers', total)} ${sentences !== undefined && figure('sentences', sentences)}
    ${figure('commit', commit)}
  </dl>`;
}

function figure(label: string, value: number): Html {
  return html`<div>
    <dt>${label}</dt>
    <dd>${value.toLocaleString('en')}</dd>
  </div> `;
}

function examples(all: readonly ExampleQuery[]): Content {
  return (
    all.length > 0 &&
    html`<h2>Questions to start with</h2>
      <ul class="cards">
        ${all.map(
          ({ title, text }) =>
            html`<li>
              <a href="/sparql?query=${encodeURIComponent(text)}"><strong>${title}</strong> Run this query</a>
            </li>`,
        )}
      </ul>
      <p><a href="/sparql">Write a query of your own</a></p>`
  );
}

function entry({ key, title, authors, year, venue }: PaperSummary): Html {
  const shown = authors.length > 6 ? [...authors.slice(0, 5), `and ${authors.length - 5} more`] : authors;
  return html`<li>
    <a class="title" href="/id/paper/${key}">${title === '' ? 'Untitled paper' : title}</a>
    ${shown.length > 0 && html`<p class="meta">${shown.join(', ')}</p>`}
    <p class="meta">${separated([venue, year])}</p>
  </li>`;
}

function empty(): Html {
  return html`<div class="notice">
    <p><strong>No paper has been read yet.</strong></p>
    <p>Add papers with <code>askg ingest PATH…</code>; they appear here as soon as they are stored.</p>
  </div>`;
}

function pager({ page, pages }: HomeView): Content {
  return (
    pages > 1 &&
    html`<nav class="neighbours" aria-label="Pages">
      <span>${page > 1 && html`<a rel="prev" href="/?page=${page - 1}">← before</a>`}</span>
      <span>Page ${page} of ${pages}</span>
      <span>${page < pages && html`<a rel="next" href="/?page=${page + 1}">after →</a>`}</span>
    </nav>`
  );
}

function failures(failed: readonly Paper[]): Content {
  return (
    failed.length > 0 &&
    html`<h2>Could not be read</h2>
      <ul class="findings">
        ${failed.map(
          ({ key, title, problem }) =>
            html`<li>
              ${title ?? key}: ${problem?.title ?? 'no reason is known'} <span class="quiet">${problem?.code}</span>
            </li>`,
        )}
      </ul>`
  );
}
