import type { Section } from '@askg/contract';
import { html, type Content, type Html } from '../pages/html.ts';
import { blocks } from './blocks.ts';
import { floatsOf } from './floats.ts';
import { unitLink, type PaperView } from './paper-view.ts';
import { citedText, permalink } from './text.ts';

/** A section with all that stands in it. A section without a heading has none on the page either. */
export function section(view: PaperView, each: Section): Html {
  return html`<section id="${each.id}">
    ${each.heading !== '' && headingOf(view, each)} ${blocks(view, each.paragraphs)} ${floatsOf(view, each.id)}
    ${each.sections.map((inner) => section(view, inner))}
  </section>`;
}

function headingOf(view: PaperView, { id, depth, number, heading, citations }: Section): Html {
  const content: Content = [
    number !== undefined && html`<span class="number">${number}</span>`,
    citedText(view, heading, citations ?? []),
    permalink(view, id, 'this section'),
  ];
  if (depth === 1) return html`<h2>${content}</h2>`;
  if (depth === 2) return html`<h3>${content}</h3>`;
  return html`<h4>${content}</h4>`;
}

/** The headings as a nested list of links. */
export function contents(view: PaperView, sections: readonly Section[]): Content {
  const named = sections.filter(({ heading }) => heading !== '');
  return (
    named.length > 0 &&
    html`<ol>
      ${named.map(
        ({ id, number, heading, sections: inner }) =>
          html`<li>
            <a href="${unitLink(view, id)}"
              >${number !== undefined && html`<span class="number">${number}</span>`}${heading}</a
            >
            ${contents(view, inner)}
          </li>`,
      )}
    </ol>`
  );
}
