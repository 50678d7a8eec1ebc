import type { Coverage, StudyMode } from '../../domain/course-release.js';
import type { ChangeOutcome, Where } from '../../domain/provision-change.js';
import { enumOf } from './enum-of.js';

export const StudyModeEnum = enumOf<StudyMode>()('StudyMode', 'How people can study to reach a register part.', {
  'full-time': 'Full-time, outside an apprenticeship.',
  'part-time': 'Part-time, outside an apprenticeship.',
  apprenticeship: 'Inside an apprenticeship, whatever its pace.',
});

export const ExtentEnum = enumOf<Coverage['extent']>()('Extent', 'How much of a mode a source tells.', {
  whole: 'All of it: where it has none, there is none.',
  part: 'Some of it: where it has none, none is known.',
  none: 'Nothing of it: none is known.',
});

export const WhereEnum = enumOf<Where>()('Where', 'Which deliveries a line counts.', {
  region: 'Those taught in one region.',
  distance: 'Those at distance, which can be studied everywhere.',
  unknown: 'Those of which no region is known.',
  all: 'All of them.',
});

export const ChangeOutcomeEnum = enumOf<ChangeOutcome>()(
  'ChangeOutcome',
  'What became of one register part at one provider in one mode.',
  {
    kept: 'Both releases have a course to it, whatever its code.',
    lost: 'Only the earlier release has one.',
    gained: 'Only the later release has one.',
  },
);
