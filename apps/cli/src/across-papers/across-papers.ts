import type { Corpus, LoggedDecision } from '@askg/corpus';

/** Someone or something that several papers name. */
export type Named = {
  iri: string;
  name: string;
  names: string[];
  places: { iri: string; name: string; title: string }[];
  matches: { places: string[]; evidence: string[] }[];
};

/** What came of a decision, with what it speaks of as it stands now. */
export type Outcome = { decision: LoggedDecision };

/** One kind of what papers name, as the commands about it speak of it and find it in a corpus. */
export type AcrossPapers<Item extends Named, Decided extends Outcome> = {
  /** Name of the command. */
  command: string;
  describe: string;
  /** Help of each command below it. */
  help: Record<'list' | 'show' | 'merge' | 'split', string>;
  /** Help of the arguments: what an IRI may be of. */
  iris: Record<'show' | 'merge' | 'split', string>;
  /** In the first column of `show`. */
  kind: string;
  /** Said where there is none. */
  none: string;
  of: (corpus: Corpus) => {
    list(): Item[] | Promise<Item[]>;
    find(iri: string): Item | Promise<Item>;
    merge(iris: readonly string[]): Promise<Decided>;
    split(places: readonly string[]): Promise<Decided>;
    undo(id: number): Promise<Decided>;
    decisions(): LoggedDecision[];
  };
  /** What a decision speaks of. */
  concerned: (decided: Decided) => readonly Item[];
  /** Further lines of `show`: what is known of the item beyond its names, as label and value. */
  facts: (item: Item) => [string, string][];
};
