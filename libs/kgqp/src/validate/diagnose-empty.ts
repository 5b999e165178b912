import { type GraphStore, type QueryOptions, type WherePart, whereParts } from '@askg/graph';
import { selectRows } from '../linking/select-rows.ts';

/** Why a query finds nothing. */
export type Emptied = {
  /** The first condition, in the order of the text with filters last, with which nothing is left. */
  by: string;
  /** Whether that condition alone meets anything in the graph; absent for a filter, which cannot stand alone. */
  isMet?: boolean;
};

/** More conditions than a person reads; a longer query is diagnosed up to here. */
const mostParts = 16;

/**
 * Finds the condition that empties a query, by asking for ever more of its conditions together. Optional ones empty nothing;
 * a MINUS and a filter are tried after all that binds their variables.
 * @returns undefined when the conditions can all be met, so that a HAVING or an OFFSET left nothing
 * @throws GraphError as the store does; the deadline of the options holds for each of at most six small queries
 */
export async function diagnoseEmpty(
  store: GraphStore,
  sparql: string,
  options: QueryOptions = {},
): Promise<Emptied | undefined> {
  const { prologue, parts } = whereParts(sparql);
  const tried = inOrder(parts).slice(0, mostParts);
  const isMet = async (some: readonly WherePart[]) => {
    const ask = `${prologue}\nASK { ${some.map(({ text }) => text).join('\n')} }`;
    return (await selectRows(store, ask, options)).boolean === true;
  };
  // What holds for some conditions holds for fewer of them, so that the border can be found by halving.
  let met = 0;
  let unmet = tried.length + 1;
  while (unmet - met > 1) {
    const middle = Math.floor((met + unmet) / 2);
    if (await isMet(tried.slice(0, middle))) met = middle;
    else unmet = middle;
  }
  const part = tried[unmet - 1];
  if (part === undefined) return undefined;
  const standsAlone = part.kind !== 'filter' && part.kind !== 'minus';
  return { by: part.text, ...(standsAlone ? { isMet: await isMet([part]) } : {}) };
}

/** Conditions that bind first, then those that only take away. */
function inOrder(parts: readonly WherePart[]): WherePart[] {
  const needed = parts.filter(({ kind }) => kind !== 'optional');
  const takesAway = ({ kind }: WherePart) => kind === 'filter' || kind === 'minus';
  return [...needed.filter((part) => !takesAway(part)), ...needed.filter(takesAway)];
}
