/** A query with the question that it answers; `name` is part of its address. */
export type ExampleQuery = { name: string; title: string; text: string };
