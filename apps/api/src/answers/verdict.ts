import type { Verdict } from '@askg/contract';
import { html, type Html } from '../pages/html.ts';

/** How each verdict is told. */
export const verdictWords: Record<Verdict, { tone: string; sign: string; label: string; meaning: string }> = {
  supported: {
    tone: 'good',
    sign: '✓',
    label: 'Supported',
    meaning: 'Each statement rests on the sentences or rows shown.',
  },
  'partly-supported': {
    tone: 'fair',
    sign: '◐',
    label: 'Partly supported',
    meaning: 'The sentences shown bear out a part of this; read them before you rely on it.',
  },
  'not-in-corpus': {
    tone: 'none',
    sign: '∅',
    label: 'Not in these papers',
    meaning: 'Nothing here answers the question; what comes nearest is shown below.',
  },
  'no-answer': {
    tone: 'bad',
    sign: '!',
    label: 'No answer',
    meaning: 'The question could not be tried.',
  },
};

/** The verdict in words. */
export function verdictBadge(verdict: Verdict): Html {
  const { tone, sign, label, meaning } = verdictWords[verdict];
  return html`<p class="verdict ${tone}">
    <strong><span aria-hidden="true">${sign}</span> ${label}</strong> <span class="meaning">${meaning}</span>
  </p>`;
}
