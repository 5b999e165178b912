import { type Quad, Store } from 'n3';

/** An RDF/JS dataset of quads with an index for each pattern; graph names are left out. */
export function indexedDataset(quads: Iterable<Quad>): Store {
  const store = new Store();
  for (const { subject, predicate, object } of quads) store.addQuad(subject, predicate, object);
  return store;
}
