import type { CitationMark } from '@askg/contract';
import { html, type Content } from '../pages/html.ts';
import { orcidLink } from '../pages/safe-link.ts';
import { block, blocks } from './blocks.ts';
import { figure, formula, table } from './floats.ts';
import { footnote } from './paper-page.ts';
import { unitPath, type PaperView } from './paper-view.ts';
import { referenceText } from './references.ts';
import { section } from './sections.ts';
import { citedText } from './text.ts';
import { unitName } from './unit-names.ts';
import type { PlacedUnit } from './units.ts';

type Units = ReadonlyMap<string, PlacedUnit>;

/** What a unit says, and what stands around it. */
export function unitContent(view: PaperView, unit: PlacedUnit, units: Units): Content {
  switch (unit.kind) {
    case 'abstract':
      return html`<div class="prose">${blocks(view, unit.paragraphs)}</div>`;
    case 'section':
      return html`<div class="prose">${section(view, unit.section)}</div>`;
    case 'paragraph':
      return html`<div class="prose">${block(view, unit.paragraph)}</div>`;
    case 'sentence':
      return [
        html`<blockquote class="quote">${citedText(view, unit.sentence.text, unit.sentence.citations)}</blockquote>`,
        citedWorks(view, unit.sentence.citations),
        context(view, unit, units),
      ];
    case 'citation':
      return [spanInText(unit.text, unit.citation), citedWorks(view, [unit.citation]), context(view, unit, units)];
    case 'mention':
      return [
        spanInText(unit.text, unit.mention),
        html`<p>Names ${unit.mention.label}, of type ${unit.mention.type}.</p>`,
        context(view, unit, units),
      ];
    case 'figure':
      return figure(view, unit.figure);
    case 'table':
      return table(view, unit.table);
    case 'row':
      return table(view, unit.table, unit.id);
    case 'formula':
      return formula(view, unit.formula);
    case 'footnote':
      return html`<div class="prose">${footnote(view, unit.footnote)}</div>`;
    case 'reference':
      return [
        html`<blockquote class="quote">${referenceText(unit.reference)}</blockquote>`,
        citedIn(view, unit.id, units),
      ];
    default:
      return contribution(unit);
  }
}

/** The innermost whole with the sentence marked in it. */
function context(view: PaperView, unit: PlacedUnit, units: Units): Content {
  const sentence = unit.kind === 'sentence' ? unit.id : unit.ancestors.at(-1);
  const around = unit.ancestors
    .map((id) => units.get(id))
    .findLast((each) => each !== undefined && each.kind !== 'sentence');
  const content = around && inContext(view, around, sentence);
  return (
    content !== undefined &&
    content !== false &&
    html`<h2>In context</h2>
      <div class="prose">${content}</div>`
  );
}

function inContext(view: PaperView, around: PlacedUnit, marked: string | undefined): Content {
  if (around.kind === 'paragraph') return block(view, around.paragraph, marked);
  if (around.kind === 'figure') return figure(view, around.figure, marked);
  return around.kind === 'table' && table(view, around.table, marked);
}

function spanInText(text: string, { start, end }: { start: number; end: number }): Content {
  const characters = Array.from(text);
  const slice = (from: number, to?: number) => characters.slice(from, to).join('');
  return html`<blockquote class="quote">${slice(0, start)}<mark>${slice(start, end)}</mark>${slice(end)}</blockquote>`;
}

function citedWorks(view: PaperView, citations: readonly CitationMark[]): Content {
  const ids = [...new Set(citations.flatMap(({ references }) => references))];
  const cited = ids.flatMap((id) => view.document.references.find((each) => each.id === id) ?? []);
  return (
    cited.length > 0 &&
    html`<h2>Cites</h2>
      <ul class="references">
        ${cited.map(
          (each) =>
            html`<li>
              <a class="marker" href="${unitPath(view, each.id)}">${each.id.replace('ref', '')}</a>
              <span>${referenceText(each)}</span>
            </li>`,
        )}
      </ul>`
  );
}

/** The sentences, headings and cells that cite a reference. */
function citedIn(view: PaperView, id: string, units: Units): Content {
  const places = [...units.values()].filter((each) =>
    citationsOf(each).some(({ references }) => references.includes(id)),
  );
  return (
    places.length > 0 &&
    html`<h2>Cited in</h2>
      <ul>
        ${places.map((each) => html`<li><a href="${unitPath(view, each.id)}">${placeText(each)}</a></li> `)}
      </ul>`
  );
}

function citationsOf(unit: PlacedUnit): readonly CitationMark[] {
  if (unit.kind === 'sentence') return unit.sentence.citations;
  if (unit.kind === 'section') return unit.section.citations ?? [];
  return unit.kind === 'row' ? unit.row.cells.flatMap(({ citations }) => citations ?? []) : [];
}

function placeText(unit: PlacedUnit): string {
  if (unit.kind === 'sentence') return unit.sentence.text;
  return unit.kind === 'row' ? unit.row.cells.map(({ text }) => text).join(' | ') : unitName(unit);
}

function contribution({ contributor }: Extract<PlacedUnit, { kind: 'contribution' }>): Content {
  const orcid = contributor.orcid === undefined ? undefined : orcidLink(contributor.orcid);
  return html`<p class="lead">${contributor.name}, ${contributor.role}</p>
    ${contributor.affiliations.map((each) => html`<p class="meta">${each}</p>`)}
    ${orcid !== undefined && html`<p><a href="${orcid}">${orcid}</a></p>`}`;
}
