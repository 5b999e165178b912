import { ddm } from '@askg/ddm';
import type { LabelMatch } from '../linking/label-match.ts';
import type { Lexicon } from '../linking/lexicon.ts';
import type { ClassPath, ClassPaths } from '../planner/class-paths.ts';
import { holdersOf } from '../planner/place-item.ts';
import type { QuestionConstraints } from '../question/question.ts';
import type { Constraint } from './constraint.ts';

/** Losses were set by hand: the paper asked about matters most, then what the sentence itself does, then the rest. */
const losses = { role: 0.2, widerYears: 0.1, years: 0.25, farther: 0.15, ofPaper: 0.3, ofUnit: 0.4, paper: 0.6 };

/**
 * What a sentence must satisfy for a question: the things that it names, section roles and years.
 * @param named the linked things, by label
 */
export function constraintsOf(
  given: QuestionConstraints,
  named: readonly LabelMatch[],
  lexicon: Lexicon,
  paths: ClassPaths,
): Constraint[] {
  return [
    ...named.flatMap((match) => namedConstraint(match, lexicon, paths)),
    ...roleConstraints(given, lexicon, paths),
    ...yearConstraints(given, paths),
  ];
}

function namedConstraint(names: LabelMatch, lexicon: Lexicon, paths: ClassPaths): Constraint[] {
  const [path, ...others] = paths.between(ddm.Sentence, names.cls);
  if (path === undefined) return [];
  const kind = lexicon.vocabulary.classes.get(names.cls)?.label ?? 'thing';
  const says = `${kind} “${names.labels[0] ?? ''}”`;
  if (names.cls === ddm.Paper) return [{ says, path, names, loss: losses.paper }];
  const isOfUnit = path.hops.length === 1;
  const farther = isOfUnit ? others.find((other) => passesPaper(other)) : undefined;
  const loss = isOfUnit ? losses.ofUnit : losses.ofPaper;
  if (farther === undefined) return [{ says, path, names, loss }];
  const weaker = { says: `${says} anywhere in the paper`, path: farther, names, loss: loss - losses.farther };
  return [
    {
      says,
      path,
      names,
      loss,
      weaker: { step: `anywhere in the paper: ${says}`, constraint: weaker, loss: losses.farther },
    },
  ];
}

function passesPaper({ hops }: ClassPath): boolean {
  return hops.some(({ to }) => to === ddm.Paper);
}

function roleConstraints({ roles = [] }: QuestionConstraints, lexicon: Lexicon, paths: ClassPaths): Constraint[] {
  const concepts = [...lexicon.vocabulary.concepts.values()].filter(
    ({ notation, iri }) =>
      roles.some((role) => role === notation) && holdersOf([iri], lexicon).some(({ from }) => from === ddm.Section),
  );
  const [path] = paths.between(ddm.Sentence, ddm.Section);
  if (concepts.length === 0 || path === undefined) return [];
  const says = `section with the role ${concepts.map(({ label }) => label).join(' or ')}`;
  return [{ says, path, concepts: concepts.map(({ iri }) => iri), loss: losses.role }];
}

function yearConstraints({ years }: QuestionConstraints, paths: ClassPaths): Constraint[] {
  const [path] = paths.between(ddm.Sentence, ddm.Paper);
  if (years === undefined || path === undefined) return [];
  const wider = {
    ...(years.from === undefined ? {} : { from: years.from - 1 }),
    ...(years.to === undefined ? {} : { to: years.to + 1 }),
  };
  const says = `year ${years.from ?? ''}–${years.to ?? ''}`;
  const weaker: Constraint = {
    says: `year ${wider.from ?? ''}–${wider.to ?? ''}`,
    path,
    years: wider,
    loss: losses.years - losses.widerYears,
  };
  return [
    {
      says,
      path,
      years,
      loss: losses.years,
      weaker: { step: `a year more on each side: ${says}`, constraint: weaker, loss: losses.widerYears },
    },
  ];
}
