import { favicon, stylesheet } from './assets.ts';
import { html, type Html } from './html.ts';

/** A place in the navigation at the top of each page. */
export type Place = 'ask' | 'papers' | 'sparql' | 'ontology';

/** The same resource in another form. */
export type Alternate = { label: string; mediaType: string; href: string };

export type Page = {
  title: string;
  main: Html;
  place?: Place;
  alternates?: readonly Alternate[];
  /** Path of a script of this server. */
  script?: string;
};

const places: readonly { place: Place; href: string; label: string }[] = [
  { place: 'ask', href: '/', label: 'Ask' },
  { place: 'papers', href: '/papers', label: 'Papers' },
  { place: 'sparql', href: '/sparql', label: 'SPARQL' },
  { place: 'ontology', href: '/ontology', label: 'Ontology' },
];

/** A whole page in the frame that all pages share. */
export function layout(page: Page): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title === 'askg' ? 'askg' : `${page.title} · askg`}</title>
        <link rel="stylesheet" href="${stylesheet.path}" />
        <link rel="icon" href="${favicon.path}" type="${favicon.mediaType}" />
        ${page.alternates?.map(
          ({ label, mediaType, href }) =>
            html`<link rel="alternate" type="${mediaType}" title="${label}" href="${href}" /> `,
        )}
        ${page.script !== undefined && html`<script src="${page.script}" defer></script>`}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header class="masthead">
          <div>
            <a class="wordmark" href="/">ask<span>g</span></a>
            <nav aria-label="Site">${places.map((each) => navigationLink(each, page.place))}</nav>
          </div>
        </header>
        <main id="main">${page.main}</main>
        <footer class="colophon">
          <p>Papers as a knowledge graph, down to the sentence. What an answer says, it shows.</p>
        </footer>
      </body>
    </html> `.toString();
}

function navigationLink({ place, href, label }: (typeof places)[number], current: Place | undefined): Html {
  return place === current
    ? html`<a href="${href}" aria-current="page">${label}</a>`
    : html`<a href="${href}">${label}</a>`;
}

/** A row of links to the other forms of a resource. */
export function formatLinks(alternates: readonly Alternate[]): Html {
  return html`<ul class="chips">
    <li class="label">Data:</li>
    ${alternates.map(
      ({ label, mediaType, href }) => html`<li><a href="${href}" type="${mediaType}">${label}</a></li> `,
    )}
  </ul>`;
}
