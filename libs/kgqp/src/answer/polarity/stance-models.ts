import type { AskedStatement } from './asked-statement.ts';
import type { StanceModel } from './reading.ts';

type Models = { byMeaning: StanceModel; byWords: StanceModel };

/**
 * Written by test/eval/polarity/learn-stance.ts, which learnt them on the half of the development questions of PubMedQA and of the
 * training claims of SciFact whose ids have an even SHA-256; `npm run eval -- polarity` says how well they read. The features of
 * questions: denies, noEffect, noEffectAsAsked, significant, compared, hedged, asksNeed, asksSame, asksDoes. Of claims: noEffectAsAsked, deniesAlike, sameWay, ratioOfOne, opposite. By meaning, how they lean comes last.
 */
export const stanceModels: Readonly<Record<AskedStatement['kind'], Models>> = {
  question: {
    byMeaning: {
      readings: {
        yes: {
          weights: [-0.991, 0.284, 0.963, 0.384, 0.729, 0.117, -0.395, -0.857, 0.061, 1.635],
          bias: 0.76,
        },
        no: {
          weights: [0.689, 0.122, -0.911, -0.181, -0.304, -0.555, 1.055, 0.367, 0.645, -0.791],
          bias: -0.177,
        },
        maybe: {
          weights: [0.302, -0.406, -0.052, -0.203, -0.425, 0.438, -0.66, 0.49, -0.706, -0.844],
          bias: -0.583,
        },
      },
      sureFrom: 0.85,
    },
    byWords: {
      readings: {
        yes: {
          weights: [-1.157, 0.283, 1.009, 0.388, 0.717, 0.081, -0.383, -0.884, 0.106],
          bias: 0.911,
        },
        no: {
          weights: [0.791, 0.116, -0.915, -0.166, -0.299, -0.528, 1.048, 0.378, 0.621],
          bias: -0.258,
        },
        maybe: {
          weights: [0.366, -0.4, -0.093, -0.222, -0.419, 0.447, -0.666, 0.506, -0.727],
          bias: -0.653,
        },
      },
      sureFrom: 0.8,
    },
  },
  claim: {
    byMeaning: {
      readings: {
        yes: {
          weights: [0.089, 0.248, 0.209, -0.258, -1.457, 1.454],
          bias: 0.15,
        },
        no: {
          weights: [-0.089, -0.248, -0.209, 0.258, 1.457, -1.454],
          bias: -0.15,
        },
      },
      sureFrom: 0.8,
    },
    byWords: {
      readings: {
        yes: {
          weights: [0.01, 0.368, 0.308, -0.511, -2.001],
          bias: 0.3,
        },
        no: {
          weights: [-0.01, -0.368, -0.308, 0.511, 2.001],
          bias: -0.3,
        },
      },
    },
  },
};
