/** A thing of the graph that a stretch of a question may name. */
export type LabelMatch = {
  /** First word of the stretch, and the one after its last. */
  from: number;
  to: number;
  /** The stretch as the question has it. */
  said: string;
  /** Class of the things. */
  cls: string;
  /** Property that the labels are values of. */
  property: string;
  /** All labels that were meant: the spellings of one name, or the names that hold the words. */
  labels: readonly string[];
  /** Some of the nodes that bear them. */
  iris: readonly string[];
  /** The things across papers that such nodes are, where that is known of any. */
  canonicals?: readonly string[];
  /** Some of the nodes of which it is not known. */
  unresolved?: readonly string[];
  /** 0 to 1: how well the words fit the name. */
  score: number;
  /**
   * `exact`: the whole name; `short`: the part before a colon; `within`: words of the name, side by side; `initials`:
   * its first letters; `loose`: words of the name, in any order, among others.
   */
  kind: 'exact' | 'short' | 'within' | 'initials' | 'loose';
};
