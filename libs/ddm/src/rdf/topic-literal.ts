import type { Topic } from '@askg/contract';

/** A topic inside the literal of a paper's topics: its words, its score and, where it has one, its CSO topic. */
export type TopicValue = [label: string, score: number, cso?: string];

export function topicValues(topics: readonly Topic[]): TopicValue[] {
  return topics.map(({ label, score, cso }) => (cso === undefined ? [label, score] : [label, score, cso]));
}

export function topicsOf(values: readonly TopicValue[]): Topic[] {
  return values.map(([label, score, cso]) => ({ label, score, ...(cso === undefined ? {} : { cso }) }));
}
