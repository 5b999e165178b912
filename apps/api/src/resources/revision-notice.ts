import { html, type Html } from '../pages/html.ts';
import type { Revision } from './resource.service.ts';

/** Tells that a text is not the newest, or not the one that was cited. `path` leads to the newest. */
export function revisionNotice(revision: Revision, path: string): Html {
  return revision === 'earlier'
    ? html`<p class="notice">
        This is the text as it was cited. The paper has been read again since:
        <a href="${path}">see how it stands now</a>.
      </p>`
    : html`<p class="notice">
        The text that was cited is no longer kept. This is how the paper stands now; its words may differ.
      </p>`;
}
