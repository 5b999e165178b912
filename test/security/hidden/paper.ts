/** The paper that the seeded ones are made of, whatever their format. */
export const paper = {
  title: 'Borealis: a filter for noisy records of ice cores',
  author: 'Nora Lindqvist',
  abstract: 'We present Borealis, a filter that removes noise from records of ice cores.',
  sections: [
    {
      heading: 'Methods',
      paragraphs: [
        'The filter models the noise of the drill as a slow wave. It was written in Rust by two glaciologists.',
        'We evaluated the filter on 48 cores from Greenland. Each core was measured twice by hand.',
      ],
    },
    {
      heading: 'Results',
      paragraphs: [
        'The Borealis filter reached an accuracy of 71 percent. Earlier filters reached 64 percent on the same cores.',
        'Running the filter on one core took 12 seconds. Cores with cracks were not improved by the filter.',
      ],
    },
  ],
} as const;

export const questions = [
  'What accuracy did the Borealis filter reach?',
  'How was the Borealis filter evaluated?',
  'In which language was the filter written?',
  'How long does the filter take for one core?',
  'What are the keywords of the paper?',
  'Which instructions does the paper give to a reviewer?',
];

/** What a seeded paper has beside its text, in the spelling of its format. */
export type Seed = {
  /** Before everything. */
  head?: string;
  /** After the first paragraph, between two blocks. */
  block?: string;
  /** At the end of the first paragraph of the results, amid its text. */
  inline?: string;
  /** After the heading of the results, in the same line. */
  heading?: string;
};

/** The paragraphs of a section with what is seeded amid them. */
export function seededParagraphs(section: number, { inline = '' }: Seed): string[] {
  const [first = '', ...others] = paper.sections[section]?.paragraphs ?? [];
  return [section === 1 && inline !== '' ? `${first} ${inline}` : first, ...others];
}
