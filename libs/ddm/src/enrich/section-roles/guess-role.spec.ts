import type { Section } from '@askg/contract';
import { describe, expect, it } from '@jest/globals';
import { assignRoles, toldRoles } from '../section-roles.ts';
import { readArticle } from '../../testing/read-article.ts';
import { guessableRoles, guessRole } from './guess-role.ts';
import { loadRoleWeights } from './load-weights.ts';
import { placesInBody } from './places-in-body.ts';

const training =
  'All networks are trained with stochastic gradient descent and a batch size of 64 on the training set. We set the learning rate to 0.01 and use the same hyperparameters for all baselines. We report accuracy on the test set.';
const section = (title: string, text: string): string => `<sec><title>${title}</title><p>${text}</p></sec>`;
const filler =
  'The rest of the world has been described in many papers, and more is known of it every year than before. ';
const study = readArticle({
  body: [
    section('Introduction', filler.repeat(4)),
    section('Method', filler.repeat(4)),
    section('CIFAR and friends', training.repeat(2)),
    section('Results', filler.repeat(4)),
  ].join(''),
});

const roles = (sections: readonly Section[]): string[] => sections.map(({ role }) => role);

describe('A section whose heading says nothing', () => {
  it('gets the role that its words and its place tell, in a study', () => {
    expect(roles(toldRoles(study))).toEqual(['introduction', 'method', 'other', 'result']);
    expect(roles(assignRoles(study).sections)).toEqual(['introduction', 'method', 'experiment', 'result']);
    expect(assignRoles(assignRoles(study))).toEqual(assignRoles(study));
  });

  it('gets none in a paper that is no study', () => {
    const essay = readArticle({
      body: section('CIFAR and friends', training.repeat(2)) + section('On life', filler.repeat(4)),
    });
    expect(roles(assignRoles(essay).sections)).toEqual(['other', 'other']);
  });

  it('gets none where its heading names a part without a role, or behind the acknowledgements', () => {
    const back = readArticle({
      body: [
        section('Results', filler.repeat(4)),
        section('Data availability', training.repeat(2)),
        section('Acknowledgements', 'We thank all.'),
        section('CIFAR and friends', training.repeat(2)),
      ].join(''),
    });
    expect(roles(assignRoles(back).sections)).toEqual(['result', 'other', 'acknowledgement', 'other']);
  });
});

describe('guessRole', () => {
  it('says nothing of a section without text', () => {
    expect(guessRole([], 'at0', loadRoleWeights())).toBeUndefined();
  });

  it('is of the roles that the weights know', () => {
    expect(loadRoleWeights().labels).toEqual(guessableRoles);
  });
});

describe('placesInBody', () => {
  it('counts tenths of the body, up to the first section behind the argument', () => {
    const { sections } = assignRoles(
      readArticle({
        body: section('Introduction', filler) + section('Results', filler) + section('References', filler),
      }),
    );
    expect(placesInBody(sections)).toEqual(['at0', 'at5', undefined]);
  });
});
