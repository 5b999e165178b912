import type { EntityType } from '@askg/contract';

/*
 * How our types and those of the data sets answer to each other.
 *
 * | ours                                   | SciERC              | SciREX   |
 * | -------------------------------------- | ------------------- | -------- |
 * | research-problem                       | Task                | Task     |
 * | method, solution, tool                 | Method              | Method   |
 * | dataset, resource, language            | Material            | Material |
 * | metric                                 | Metric              | Metric   |
 * | other                                  | OtherScientificTerm | –        |
 * | – (pronouns and the like name nothing) | Generic             | –        |
 */
const types: Record<EntityType, string> = {
  'research-problem': 'Task',
  method: 'Method',
  solution: 'Method',
  tool: 'Method',
  dataset: 'Material',
  resource: 'Material',
  language: 'Material',
  metric: 'Metric',
  other: 'OtherScientificTerm',
};

export function typeOfMention({ type }: { type: EntityType }): string {
  return types[type];
}
