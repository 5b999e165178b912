import { cutSentences } from '@askg/ddm';
import type { Facts, ReferenceFact } from '../facts.ts';

type Name = { first: string; middle: string[]; last: string; suffix: string };
type Entry = {
  title: string;
  year: number | null;
  venue: string;
  volume: string;
  issue: string;
  pages: string;
  raw_text?: string;
};
type S2orcPaper = {
  title: string;
  authors: Name[];
  pdf_parse: {
    abstract: { text: string }[];
    body_text: { text: string; cite_spans: { ref_id: string | null }[] }[];
    bib_entries: Record<string, Entry>;
  };
};

/** A paper as S2ORC's converter gives it, made by GROBID: it has faults of its own, above all in its text and its citations. */
export function s2orcTruth(json: string): { facts: Facts; words: string[] } {
  const { title, authors, pdf_parse: parse } = JSON.parse(json) as S2orcPaper;
  const entries = Object.entries(parse.bib_entries);
  const order = new Map(entries.map(([id], i) => [id, i]));
  const cited = [...parse.abstract.map(() => []), ...parse.body_text.map(({ cite_spans }) => cite_spans)].flat();
  return {
    facts: {
      title,
      authors: authors.map(nameOf),
      abstract: parse.abstract.map(({ text }) => text).join(' '),
      references: entries.map(([, entry]) => referenceOf(entry)),
      citations: cited.flatMap(({ ref_id: id }) => order.get(id ?? '') ?? []),
    },
    words: parse.body_text.flatMap(({ text }) =>
      cutSentences(text, []).map(({ start, end }) => text.slice(start, end)),
    ),
  };
}

/** Without the authors, whose names it parts wrongly more often than not. */
function referenceOf({ title, year, venue, volume, issue, pages, raw_text: raw }: Entry): ReferenceFact {
  return {
    ...(raw === undefined ? {} : { raw }),
    ...(title === '' ? {} : { title }),
    ...(venue === '' ? {} : { container: venue }),
    ...(year === null ? {} : { year }),
    ...(volume === '' ? {} : { volume }),
    ...(issue === '' ? {} : { issue }),
    ...(pages === '' ? {} : { pages }),
  };
}

function nameOf({ first, middle, last, suffix }: Name): string {
  return [first, ...middle, last, suffix].filter((part) => part !== '').join(' ');
}
