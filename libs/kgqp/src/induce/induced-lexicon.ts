import type { GraphDescription } from '@askg/graph';
import { type GeneralLexicon, generalLexicon } from './general-lexicon.ts';
import { type ClassNaming, namingsOf } from './naming-of.ts';
import { type Schema, schemaOf } from './schema.ts';
import { SchemaPaths } from './schema-paths.ts';
import type { TermPhrase } from './term-words.ts';

/** A term that words of a question may mean; `worth` from 0 to 1 is how sure that is. */
export type TermSense = { kind: 'class' | 'property'; iri: string; worth: number };

const sourceWorth: Record<TermPhrase['source'], number> = { label: 1, name: 0.95, genus: 0.6, comment: 0.5 };
const synonymWorth = 0.75;
const timeWorth = 0.6;
const nameWorth = 0.9;
const compactWorth = 0.95;
/** A word that the comments of more terms hold than this tells nothing of any. */
const mostCommented = 6;

/** The words for the terms of a graph, found in the graph itself. */
export class InducedLexicon {
  readonly general: GeneralLexicon;
  readonly schema: Schema;
  readonly paths: SchemaPaths;
  readonly namings: ReadonlyMap<string, ClassNaming>;
  /** Whole phrases, by stems with a space between. */
  readonly #phrases = new Map<string, TermSense[]>();
  /** Single words of labels, names and comments, by stem. */
  readonly #words = new Map<string, TermSense[]>();
  /** The same without spaces. */
  readonly #compact = new Map<string, TermSense[]>();
  readonly longest: number;

  constructor(description: GraphDescription) {
    this.general = generalLexicon();
    this.schema = schemaOf(description, (stem) => this.isFiller(stem));
    this.paths = new SchemaPaths(this.schema);
    this.namings = namingsOf(this.schema);
    let longest = 1;
    const add = (kind: TermSense['kind'], iri: string, phrases: readonly TermPhrase[]) => {
      for (const { stems, source } of phrases) {
        const worth = sourceWorth[source];
        if (source === 'label' || source === 'name') {
          keep(this.#phrases, stems.join(' '), { kind, iri, worth });
          keep(this.#compact, compactKey(stems.join('')), { kind, iri, worth: worth * compactWorth });
          longest = Math.max(longest, stems.length);
        }
        const share = source === 'comment' ? 1 : 0.85 / Math.sqrt(stems.length);
        for (const stem of stems) {
          if (!this.isFiller(stem)) keep(this.#words, stem, { kind, iri, worth: worth * share });
        }
      }
    };
    for (const { iri, phrases } of this.schema.classes.values()) add('class', iri, phrases);
    for (const { iri, phrases } of this.schema.properties.values()) add('property', iri, phrases);
    // What things are called by is asked for as their name.
    for (const { name } of this.namings.values()) {
      if (name !== undefined) {
        for (const word of this.general.names) {
          keep(this.#phrases, word, { kind: 'property', iri: name, worth: nameWorth });
        }
      }
    }
    // Values that are years or dates answer to such words, whatever their property is called.
    for (const { property, isTime } of this.schema.attributes) {
      for (const word of isTime ? (this.general.interrogatives.get('when') ?? []) : []) {
        keep(this.#words, word, { kind: 'property', iri: property, worth: timeWorth });
      }
    }
    this.longest = Math.max(longest, this.general.longest);
  }

  /** Whether a word says nothing of any graph. */
  isFiller(stem: string): boolean {
    const operators = this.general.operators.get(stem) ?? [];
    return this.general.fillers.has(stem) || operators.length > 0 || stem.length < 2;
  }

  /** What a whole phrase names. */
  named(key: string): readonly TermSense[] {
    // "Home page" and "homepage", "PhD thesis" and "PhDThesis" are one.
    return this.#phrases.get(key) ?? this.#compact.get(compactKey(key)) ?? [];
  }

  /** What a single word may speak of: terms that have it in their label, name or comment, or a word that means the same. */
  spoken(stem: string): TermSense[] {
    const own = this.own(stem);
    const others = [...(this.general.synonyms.get(stem) ?? [])].flatMap((other) =>
      this.own(other).map((sense) => ({ ...sense, worth: sense.worth * synonymWorth })),
    );
    const best = new Map<string, TermSense>();
    for (const sense of [...own, ...others]) {
      const key = `${sense.kind} ${sense.iri}`;
      if ((best.get(key)?.worth ?? 0) < sense.worth) best.set(key, sense);
    }
    return [...best.values()];
  }

  /** Stems of the vocabulary, for slips of the pen. */
  stems(): Iterable<string> {
    return this.#words.keys();
  }

  /** A word that no term has may be of the family of one that some have: "departure" of "departs". */
  #alike(stem: string): TermSense[] {
    if (stem.length < leastShared) return [];
    const family = [...this.#words.keys()].filter(
      (other) => other.length >= leastShared && (other.startsWith(stem) || stem.startsWith(other)),
    );
    return family
      .toSorted()
      .flatMap((other) =>
        (this.#words.get(other) ?? []).map((sense) => ({ ...sense, worth: sense.worth * alikeWorth })),
      );
  }

  /** The terms that have the word itself. One that stands in the comments of many tells little of each. */
  own(stem: string): TermSense[] {
    const senses = this.#words.get(stem) ?? this.#alike(stem);
    const commented = senses.filter(({ worth }) => worth <= sourceWorth.comment);
    const isCommon = commented.length > mostCommented;
    return senses
      .filter(({ worth }) => !isCommon || worth > sourceWorth.comment)
      .map((sense) =>
        sense.worth <= sourceWorth.comment ? { ...sense, worth: sense.worth / Math.sqrt(commented.length) } : sense,
      );
  }
}

/** A stem keeps its last "e" where it is short. */
function compactKey(stems: string): string {
  return stems.replaceAll(' ', '').replace(/e$/u, '');
}

/** Letters that two words of one family begin with. */
const leastShared = 5;
const alikeWorth = 0.7;

function keep(map: Map<string, TermSense[]>, key: string, sense: TermSense): void {
  const known = map.get(key) ?? [];
  const same = known.find(({ kind, iri }) => kind === sense.kind && iri === sense.iri);
  if (same === undefined) map.set(key, [...known, sense]);
  else if (same.worth < sense.worth) same.worth = sense.worth;
}
