import type { Finding, Footnote } from '@askg/contract';
import { html, type Content, type Html } from '../pages/html.ts';
import { formatLinks, layout, type Alternate } from '../pages/layout.ts';
import { blocks } from './blocks.ts';
import { floatsOf } from './floats.ts';
import { statusNotice } from '../papers/status-badge.ts';
import { paperHead } from './paper-head.ts';
import { unitPath, type PaperView } from './paper-view.ts';
import { citedNotice, referenceList } from './references.ts';
import { contents, section } from './sections.ts';
import { permalink } from './text.ts';

/** The page of a whole paper: everything that the graph holds of it, to read and to point at. */
export function paperPage(view: PaperView, alternates: readonly Alternate[]): string {
  const { document } = view;
  return layout({
    title: document.title,
    place: 'papers',
    alternates,
    main: html`<article class="paper">
      <div class="head">
        ${view.notice} ${statusNotice(view.status)} ${paperHead(view)} ${formatLinks(alternates)}
        <p class="meta"><a href="/?paper=${encodeURIComponent(view.key)}">Ask this paper</a></p>
      </div>
      ${tableOfContents(view)}
      <div class="body">
        ${abstract(view)}
        <div class="prose">
          ${floatsOf(view, undefined)} ${document.sections.map((each) => section(view, each))}
          ${footnotes(view, document.footnotes)}
          ${
            document.references.length > 0 &&
            html`<section id="references">
              <h2>References</h2>
              ${citedNotice(view)} ${referenceList(view)}
            </section>`
          }
        </div>
        ${findings(document.findings)}
        <p class="meta">Address of this paper: <code class="iri">${view.iri}</code></p>
      </div>
    </article>`,
  });
}

function contentsLink(condition: boolean, id: string, label: string): Content {
  return condition && html`<li><a href="#${id}">${label}</a></li>`;
}

function tableOfContents(view: PaperView): Html {
  const { abstract: first, references, findings: noticed } = view.document;
  return html`<nav class="contents" aria-label="Contents">
    <details open>
      <summary>Contents</summary>
      <ol>
        ${contentsLink(first.length > 0, 'abstract', 'Abstract')}
      </ol>
      ${contents(view, view.document.sections)}
      <ol>
        ${contentsLink(references.length > 0, 'references', `References (${references.length})`)}
        ${contentsLink(noticed.length > 0, 'findings', `Noticed while reading (${noticed.length})`)}
      </ol>
    </details>
  </nav>`;
}

function abstract(view: PaperView): Content {
  const paragraphs = view.document.abstract;
  return (
    paragraphs.length > 0 &&
    html`<section class="abstract prose" id="abstract">
      <h2>Abstract${permalink(view, 'abstract', 'the abstract')}</h2>
      ${blocks(view, paragraphs)}
    </section>`
  );
}

function footnotes(view: PaperView, notes: readonly Footnote[]): Content {
  return (
    notes.length > 0 &&
    html`<section id="footnotes">
      <h2>Footnotes</h2>
      ${notes.map((each) => footnote(view, each))}
    </section>`
  );
}

export function footnote(view: PaperView, { id, label, paragraphs }: Footnote, marked?: string): Html {
  return html`<div id="${id}" class="footnote">
    <a class="marker" href="${unitPath(view, id)}" aria-label="Address of footnote ${label}">${label ?? '*'}</a>
    <div>${blocks(view, paragraphs, marked)}</div>
  </div>`;
}

function findings(all: readonly Finding[]): Content {
  return (
    all.length > 0 &&
    html`<section id="findings">
      <h2>Noticed while reading</h2>
      <ul class="findings">
        ${all.map(
          ({ severity, message, amount, page }) =>
            html`<li>
              <span class="severity ${severity}">${severity}</span> ${message}
              ${amount !== undefined && html`<span class="quiet">(${amount})</span>`}
              ${page !== undefined && html`<span class="quiet">page ${page}</span>`}
            </li>`,
        )}
      </ul>
    </section>`
  );
}
