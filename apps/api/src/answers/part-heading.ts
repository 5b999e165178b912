import type { AnswerPart } from '@askg/contract';
import { html, type Html } from '../pages/html.ts';
import { verdictWords } from './verdict.ts';

/** A part of the question above what came of it. */
export function partHeading({ question, verdict }: AnswerPart): Html {
  const { tone, sign, label } = verdictWords[verdict];
  return html`<h2 class="part ${tone}">
    ${question} <span class="mark"><span aria-hidden="true">${sign}</span> ${label}</span>
  </h2>`;
}
