import { type Form, type JointTemplate, type Side, formAt, jointTemplates } from './features.ts';
import { labelCount } from './labels.ts';
import type { Weights } from './weights.ts';

const n = labelCount;

/** A form with a number for each side that some feature of several words has; -1 where none has it. */
export type KnownForm = { form: Form; ids: Record<Side, number> };

type Joint = { template: JointTemplate; table: Map<number, Float32Array> };

/**
 * Weights for fast look-up: features of several words by one number made of the numbers of their parts, since most texts
 * would otherwise be made for nothing.
 */
export class CompiledWeights {
  readonly transitions: Float32Array;
  /** Features of one word at a distance. */
  readonly single: ReadonlyMap<string, Float32Array>;
  readonly #ids: Record<Side, Map<string, number>> = {
    lower: new Map(),
    shape: new Map(),
    coarse: new Map(),
    fine: new Map(),
  };
  readonly #joints: Joint[];

  constructor({ features, transitions }: Weights) {
    this.transitions = transitions;
    const single = new Map<string, Float32Array>();
    const joints = new Map(
      jointTemplates.map((template) => [template.name, { template, rows: [] as [string[], Float32Array][] }]),
    );
    for (const [feature, weights] of features) {
      const joint = joints.get(feature[0] ?? '');
      if (!joint) single.set(feature, weights);
      else {
        const values = feature.slice(1).split(' ');
        joint.rows.push([values, weights]);
        joint.template.parts.forEach(([, side], i) => this.#learn(side, values[i] ?? ''));
      }
    }
    this.single = single;
    this.#joints = [...joints.values()].map(({ template, rows }) => ({
      template,
      table: new Map(
        rows.map(([values, weights]) => [
          this.#key(template, (part) => this.#ids[template.parts[part]![1]].get(values[part] ?? '') ?? -1),
          weights,
        ]),
      ),
    }));
  }

  know(form: Form): KnownForm {
    const id = (side: Side): number => this.#ids[side].get(form[side]) ?? -1;
    return { form, ids: { lower: id('lower'), shape: id('shape'), coarse: id('coarse'), fine: id('fine') } };
  }

  /** Adds to `sums` what the words around a place say of it together. */
  addJoint(sums: Float64Array, forms: readonly KnownForm[], i: number, edge: KnownForm): void {
    for (const { template, table } of this.#joints) {
      const key = this.#key(template, (part) => {
        const [distance, side] = template.parts[part]!;
        return (forms[i + distance] ?? edge).ids[side];
      });
      const weights = key < 0 ? undefined : table.get(key);
      if (weights) for (let label = 0; label < n; label++) sums[label]! += weights[label]!;
    }
  }

  #learn(side: Side, value: string): void {
    const ids = this.#ids[side];
    if (!ids.has(value)) ids.set(value, ids.size);
  }

  /** One number for the parts of a feature; -1 where one of them is in no feature. */
  #key({ parts }: JointTemplate, idOf: (part: number) => number): number {
    let key = 0;
    for (let part = 0; part < parts.length; part++) {
      const id = idOf(part);
      if (id < 0) return -1;
      key = key * this.#ids[parts[part]![1]].size + id;
    }
    return key;
  }
}

/** The form beyond the ends of a sentence. */
export function edgeForm(weights: CompiledWeights): KnownForm {
  return weights.know(formAt([], 0));
}
