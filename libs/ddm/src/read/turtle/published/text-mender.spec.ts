import { expect, it } from '@jest/globals';
import { TextMender } from './text-mender.ts';

it.each<[string, string, string, number]>([
  ['joined sentences', 'shown in figure 3.The mappings follow.', 'shown in figure 3. The mappings follow.', 1],
  [
    'sentences joined behind a bracket',
    'extensions (see [1]).Below, we describe.',
    'extensions (see [1]). Below, we describe.',
    1,
  ],
  ['sentences joined behind an abbreviation', 'these GES.At present it is.', 'these GES. At present it is.', 1],
  ['sentences joined where a marker was cut out', 'were compared .In 2016, all.', 'were compared. In 2016, all.', 1],
  ['a marker that was cut out at the end', 'is known .', 'is known.', 0],
  ['ligatures', 'deﬁne the ﬂow', 'define the flow', 0],
  ['a word that a line end has cut', 'sensors, allow- ing recognition', 'sensors, allowing recognition', 0],
  ['a word with a hyphen of its own', 'a data- driven way, data-driven', 'a data-driven way, data-driven', 0],
])('mends %s', (_, text, mended, joints) => {
  expect(new TextMender([text]).mend(text)).toEqual({ text: mended, joints });
});

it.each([
  'pre- and postprocessing',
  'See Fig.2 and e.g.this one.',
  'System.Out.println and owl:Thing.Foo',
  'M.Perera et al. (2020)',
  'version 1.0.2 of www.example.org',
])('leaves %j as it is', (text) => expect(new TextMender([text]).mend(text)).toEqual({ text, joints: 0 }));
