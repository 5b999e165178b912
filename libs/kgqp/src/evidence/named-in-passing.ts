import type { PassageFilter, PassageIndex } from '@askg/retrieval';
import type { CorpusView } from './corpus-view.ts';
import { type Quote, quote } from './quote.ts';

export type PassingOptions = {
  view: CorpusView;
  /** Keys of papers that are known to name it. */
  without: ReadonlySet<string>;
  signal: AbortSignal;
  /** Keys of the papers that may be asked; all when left out. */
  papers?: readonly string[];
};

/** Passages that are looked at for one name. */
const mostPassages = 200;

/**
 * A sentence of each further paper that says one of the names as it is written, best passage first. Found by words: a paper
 * that no passage among the best was found of is missed.
 */
export async function namedInPassing(
  passages: Pick<PassageIndex, 'searchWords'>,
  names: readonly string[],
  { view, without, signal, papers }: PassingOptions,
): Promise<Quote[]> {
  const found = new Map<string, Quote>();
  const filter: PassageFilter = papers ? { papers: new Set(papers) } : {};
  for (const name of names) {
    const says = saying(name);
    const hits = await passages.searchWords(name, { limit: mostPassages, filter, signal });
    for (const { passage } of hits) {
      if (without.has(passage.paper) || found.has(passage.paper) || !says(passage.text)) continue;
      for (const { iri } of passage.units) {
        const unit = (await view.unitsAt(iri)).find((each) => each.unit.kind !== 'metadata' && says(each.unit.text));
        if (unit === undefined || !view.isStanding(unit.paper.key)) continue;
        found.set(passage.paper, quote(unit));
        break;
      }
    }
  }
  return [...found.values()];
}

/** Whether a text holds the name as words of their own; a name of small letters may begin a sentence. */
function saying(name: string): (text: string) => boolean {
  const isPlain = name === name.toLowerCase();
  const wanted = isPlain ? name : name.normalize();
  return (text) => {
    const searched = isPlain ? text.toLowerCase() : text.normalize();
    for (let at = searched.indexOf(wanted); at !== -1; at = searched.indexOf(wanted, at + 1)) {
      const [before, after] = [searched.slice(0, at), searched.slice(at + wanted.length)];
      if (!/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after)) return true;
    }
    return false;
  };
}
