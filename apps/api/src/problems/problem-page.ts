import { html, type Html } from '../pages/html.ts';
import { layout } from '../pages/layout.ts';
import type { HttpProblem } from './to-problem.ts';

/** A problem for people: what happened, what to do next, and what to quote when they report it. */
export function problemPage(problem: HttpProblem): string {
  return layout({
    title: problem.title,
    main: html`<article class="unit">
      <p class="eyebrow">${problem.status}</p>
      <h1>${problem.title}</h1>
      <p class="lead">${problem.detail}</p>
      <p>${problem.fix}</p>
      <p class="meta">Code ${problem.code} · trace ${problem.trace}</p>
      <p><a href="/">Ask a question</a> · <a href="/papers">All papers</a></p>
    </article>`,
  });
}

/** A problem inside another page. */
export function problemNotice(problem: HttpProblem): Html {
  return html`<div class="notice bad" role="alert">
    <p><strong>${problem.title}</strong></p>
    <pre>${problem.detail}</pre>
    <p>${problem.fix}</p>
    <p class="meta">Code ${problem.code} · trace ${problem.trace}</p>
  </div>`;
}
