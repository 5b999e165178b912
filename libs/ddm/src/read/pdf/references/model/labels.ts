/** What the parts of a reference are. Signs between two parts count as part of the one before. */
export const labels = [
  'author',
  'title',
  'container',
  'date',
  'volume',
  'issue',
  'pages',
  'publisher',
  'location',
  'editor',
  'identifier',
  'url',
  'note',
  'label',
] as const;

export type Label = (typeof labels)[number];
