import { words } from '../../xml/names.ts';

/** Elements that only colour the text inside them. */
export const transparentNames = new Set(
  words(`
  bold fixed-case italic overline roman sans-serif sc strike underline ruby rb rt rp named-content styled-content
  target x chem-struct inline-supplementary-material term abbrev institution institution-wrap addr-line city state
  country fax phone postal-code funding-source support-source award-id award-name award-desc award-group price
  related-article related-object day month year season era date string-date role prefix suffix degrees given-names
  surname string-name collab etal comment anonymous article-title source volume issue fpage lpage pub-id
  publisher-name publisher-loc sig conf-name conf-date conf-loc isbn issn data-title version tp:taxon-name
  tp:taxon-name-part tp:taxon-authority tp:taxon-status abbrev-journal-title elocation-id edition size std patent
  gov access-date date-in-citation person-group
`),
);

/** Elements without text of their own, and marks of an editor that the page does not show. */
export const silentNames = new Set(
  words(`
  graphic inline-graphic media hr milestone-start milestone-end overline-start overline-end underline-start
  underline-end private-char glyph-data glyph-ref colgroup col counts
`),
);

/**
 * Text that a page does not print: identifiers, descriptions for screen readers, entries of an index, terms of
 * processing. It is left out, and counted in a finding.
 */
export const unprintedNames = new Map([
  ['object-id', 'identifiers of objects'],
  ['institution-id', 'identifiers of institutions'],
  ['contrib-id', 'identifiers of people'],
  ['alt-text', 'alternative texts'],
  ['long-desc', 'long descriptions'],
  ['alt-title', 'alternative titles'],
  ['index-term', 'index terms'],
  ['index-term-range-end', 'index terms'],
  ['kwd-group', 'keywords of parts'],
  ['subj-group', 'subjects of parts'],
  ['sec-meta', 'metadata of sections'],
  ['processing-meta', 'processing metadata'],
  ['custom-meta-group', 'custom metadata'],
  ['mml:annotation', 'other forms of formulas'],
  ['mml:annotation-xml', 'other forms of formulas'],
]);

/** Elements that stand between sentences even where running text flows around them. */
export const separateNames = new Set(
  words(`
  p title subtitle list list-item def-list def-item disp-quote verse-group verse-line statement boxed-text
  preformat speech speaker caption sec attrib permissions copyright-statement license license-p fn-group
  table-wrap-foot label bio ack notes copyright-year copyright-holder trans-title explanation question answer
`),
);

/** Parts of such elements, apart from each other by a space. */
export const spacedNames = new Set(
  words(`
  def tr td th table thead tbody tfoot array oasis:row oasis:entry oasis:table oasis:tgroup oasis:thead
  oasis:tbody email address term-head def-head disp-formula-group textual-form
`),
);
