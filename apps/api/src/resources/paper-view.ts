import type { Document, PublicationStatus } from '@askg/contract';
import type { Html } from '../pages/html.ts';

/** A paper on its way to a page. */
export type PaperView = {
  document: Document;
  key: string;
  /** Path of the paper on this server; its units are below. */
  path: string;
  /** IRI of the paper; differs from its address when the corpus has another base. */
  iri: string;
  /** Whether links to units stay on the page that shows the whole paper. */
  whole: boolean;
  /** What has to be said above the text. */
  notice?: Html;
  /** Of a paper that is not in good standing. */
  status?: PublicationStatus;
  /** The entries of the reference list whose works are not in good standing, by their ids. */
  cited?: ReadonlyMap<string, PublicationStatus>;
};

/** Path on this server of a unit's own page. */
export function unitPath(view: PaperView, id: string): string {
  return `${view.path}/${id}`;
}

/** Where a link to a unit leads: its place on the page of the whole paper, or its own page. */
export function unitLink(view: PaperView, id: string): string {
  return view.whole ? `#${id}` : unitPath(view, id);
}
