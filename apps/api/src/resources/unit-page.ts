import type { Quad } from '@rdfjs/types';
import { html, type Content, type Html } from '../pages/html.ts';
import { formatLinks, layout, type Alternate } from '../pages/layout.ts';
import { statusNotice } from '../papers/status-badge.ts';
import { unitPath, type PaperView } from './paper-view.ts';
import { tripleTable } from './triple-table.ts';
import { unitContent } from './unit-content.ts';
import { unitKind, unitName } from './unit-names.ts';
import type { PlacedUnit } from './units.ts';

/** A resource of a paper by itself: `unit` is missing for one that is data only, such as a person or a keyword. */
export type ShownResource = {
  view: PaperView;
  id: string;
  iri: string;
  unit: PlacedUnit | undefined;
  units: ReadonlyMap<string, PlacedUnit>;
  /** What the graph says of the resource itself, not of its parts. */
  statements: readonly Quad[];
  baseIri: string;
};

/** The page of one unit: where it stands, what it says, what stands around it, and its statements. */
export function unitPage(shown: ShownResource, alternates: readonly Alternate[]): string {
  const { view, unit, iri, id } = shown;
  const kind = unit === undefined ? 'Resource' : unitKind(unit);
  const name = unit === undefined ? id : unitName(unit);
  return layout({
    title: `${name} · ${view.document.title}`,
    place: 'papers',
    alternates,
    main: html`<article class="unit">
      ${view.notice} ${statusNotice(view.status)} ${breadcrumb(shown, name)}
      ${!name.startsWith(kind) && html`<p class="eyebrow">${kind}</p>`}
      <h1>${name}</h1>
      ${unit && unitContent(view, unit, shown.units)} ${unit && neighbours(view, unit)}
      <h2>Address</h2>
      <code class="iri">${iri}</code>
      ${formatLinks(alternates)}
      <h2>Statements</h2>
      ${tripleTable(shown.statements, shown.baseIri)}
    </article>`,
  });
}

function breadcrumb({ view, unit, units }: ShownResource, name: string): Html {
  const ancestors = (unit?.ancestors ?? []).flatMap((id) => units.get(id) ?? []);
  return html`<nav class="crumbs" aria-label="Where this stands">
    <ol>
      <li><a href="${view.path}${unit && `#${anchorOf(unit)}`}">${view.document.title}</a></li>
      ${ancestors.map((each) => html`<li><a href="${unitPath(view, each.id)}">${unitName(each)}</a></li> `)}
      <li aria-current="page">${name}</li>
    </ol>
  </nav>`;
}

/** Where the page of the paper shows the unit: what stands inside a text has no anchor of its own. */
function anchorOf({ kind, id, ancestors }: PlacedUnit): string {
  return kind === 'citation' || kind === 'mention' ? (ancestors.at(-1) ?? id) : id;
}

function neighbours(view: PaperView, { previous, next }: PlacedUnit): Content {
  return (
    (previous !== undefined || next !== undefined) &&
    html`<nav class="neighbours" aria-label="Units before and after">
      <span>${previous !== undefined && html`<a rel="prev" href="${unitPath(view, previous)}">← before</a>`}</span>
      <span>${next !== undefined && html`<a rel="next" href="${unitPath(view, next)}">after →</a>`}</span>
    </nav>`
  );
}
