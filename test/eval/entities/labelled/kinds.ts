import type { Kind } from '../../../../libs/ddm/src/enrich/entities/model/labels.ts';

/** Types of SciERC and SciREX (whose `Material` are data sets) as the tagger's kinds. */
const kindsOfTypes: Record<string, Kind> = {
  Task: 'task',
  Method: 'method',
  Metric: 'metric',
  Material: 'material',
  OtherScientificTerm: 'other',
  Generic: 'generic',
};

export const typesOfSciErc: readonly string[] = Object.keys(kindsOfTypes);

/** @throws Error at a type that neither has */
export function kindOfType(type: string): Kind {
  const kind = kindsOfTypes[type];
  if (kind === undefined) throw new Error(`no type of SciERC or SciREX: ${type}`);
  return kind;
}
