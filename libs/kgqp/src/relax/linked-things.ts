import type { Link } from '@askg/contract';
import { ddm } from '@askg/ddm';
import { type GraphStore, type QueryOptions, writeQuery } from '@askg/graph';
import { wordsOf } from '../evidence/words.ts';
import type { LabelMatch } from '../linking/label-match.ts';
import type { Lexicon } from '../linking/lexicon.ts';
import { rdfType } from '../linking/rdf-reader.ts';
import { selectRows } from '../linking/select-rows.ts';
import { namesPaper } from './names-paper.ts';

/**
 * The class and name of each linked thing, so that the same thing in other papers is found too. What the graph does not
 * know is left out: a link is a choice of the reader, and may come from outside. So is what counts for all sentences of a paper
 * though no phrase names it: a paper that shares a word with a phrase, or an abbreviation of what the phrase writes out, as
 * papers that do not abbreviate it do too. What a person chose always stays.
 */
export async function linkedThings(
  store: GraphStore,
  links: readonly Link[],
  lexicon: Lexicon,
  options: QueryOptions,
): Promise<LabelMatch[]> {
  const iris = [...new Set(links.map(({ chosen }) => chosen))].filter((iri) =>
    /^https?:\/\/[^\s<>"{}|^`\\]+$/.test(iri),
  );
  if (iris.length === 0) return [];
  const named = [...lexicon.namings].map(([cls, { name }]) => [{ iri: cls }, { iri: name }]);
  const across = [...lexicon.namings].flatMap(([cls, { canonical }]) =>
    canonical === undefined ? [] : [[{ iri: cls }, { iri: canonical }]],
  );
  const query = writeQuery({
    project: ['node', 'class', 'property', 'label', 'canonical'],
    where: [
      { values: ['node'], rows: iris.map((iri) => [{ iri }]) },
      { values: ['class', 'property'], rows: named },
      { subject: { variable: 'node' }, path: rdfType, object: { variable: 'class' } },
      { subject: { variable: 'node' }, predicate: 'property', object: { variable: 'label' } },
      {
        optional: [
          { values: ['class', 'across'], rows: across },
          { subject: { variable: 'node' }, predicate: 'across', object: { variable: 'canonical' } },
        ],
      },
    ],
    orderBy: [{ by: { variable: 'node' } }],
  });
  const { rows } = await selectRows(store, query, options);
  const isMeant = (iri: string, cls: string, label: string): boolean =>
    links.some(({ phrase, chosen, confirmed }) => chosen === iri && (confirmed || isNamed(cls, label, phrase)));
  return rows.flatMap(({ node, class: cls, property, label, canonical }): LabelMatch[] => {
    if (node === undefined || cls === undefined || property === undefined || label === undefined) return [];
    if (!isMeant(node.value, cls.value, label.value)) return [];
    return [
      {
        from: 0,
        to: 0,
        said: label.value,
        cls: cls.value,
        property: property.value,
        labels: [label.value],
        iris: [node.value],
        score: 1,
        kind: 'exact',
        ...(canonical === undefined ? {} : { canonicals: [canonical.value] }),
      },
    ];
  });
}

function isNamed(cls: string, label: string, phrase: string): boolean {
  if (cls === ddm.Paper) return namesPaper(phrase, label);
  return cls !== ddm.Abbreviation || wordsOf(phrase).includes(label);
}
