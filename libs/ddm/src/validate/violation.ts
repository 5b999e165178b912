/** The rules that a document must keep before it is mapped to RDF. */
export type Rule =
  | 'id-form'
  | 'text-trimmed'
  | 'text-well-formed'
  | 'offsets'
  | 'marker'
  | 'citation-order'
  | 'reference-exists'
  | 'reference-order'
  | 'section-exists'
  | 'depth'
  | 'box'
  | 'author-name'
  | 'date'
  | 'digest'
  | 'flag-order'
  | 'paper-year'
  | 'sentence-exists'
  | 'cso-topic';

/** One broken rule. `unit` is the id of the unit concerned, empty for the paper itself. */
export type Violation = { rule: Rule; unit: string; message: string };
