import type { Box, Place } from '@askg/contract';

/** Boxes as they stand in one JSON literal: page, left, top, right, bottom. */
export type BoxTuple = [page: number, x0: number, y0: number, x1: number, y1: number];

/** The value of the literal. */
export function boxTuples(boxes: readonly Box[]): BoxTuple[] {
  return boxes.map(({ page, x0, y0, x1, y1 }) => [page, x0, y0, x1, y1]);
}

/** The inverse of `boxTuples`. */
export function boxesOf(tuples: readonly BoxTuple[]): Box[] {
  return tuples.map(([page, x0, y0, x1, y1]) => ({ page, x0, y0, x1, y1 }));
}

/** A text of the metadata and its boxes, as they stand in the JSON literal of a paper's places. */
export type PlaceTuple = [text: string, boxes: BoxTuple[]];

/** The value of that literal. */
export function placeTuples(places: readonly Place[]): PlaceTuple[] {
  return places.map(({ text, boxes }) => [text, boxTuples(boxes)]);
}

/** The inverse of `placeTuples`. */
export function placesOf(tuples: readonly PlaceTuple[]): Place[] {
  return tuples.map(([text, boxes]) => ({ text, boxes: boxesOf(boxes) }));
}
