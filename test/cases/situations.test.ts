import { expect, test } from 'vitest';
import { asText } from './ask.js';
import { answered, asked } from './asked.js';
import { figureOf } from './figures.js';

/** Learner, what is asked, as of when, and what must come out. */
test.each([
  // S1: a foundation degree, an NVQ, a diploma, or none
  [
    's01-fdsc',
    1,
    'credit of every programme to nurse-adult, 2015-10',
    '162 programmes: 159 none, 2 under 60, 1 under 120, 0 120 or more',
  ],
  [
    's01-hnd',
    1,
    'credit of every programme to nurse-adult, 2015-10',
    '162 programmes: 161 none, 1 under 60, 0 under 120, 0 120 or more',
  ],
  [
    's01-nvq3',
    1,
    'credit of every programme to nurse-adult, 2015-10',
    '162 programmes: 162 none, 0 under 60, 0 under 120, 0 120 or more',
  ],
  [
    's01-none',
    1,
    'credit of every programme to nurse-adult, 2015-10',
    '162 programmes: 162 none, 0 under 60, 0 under 120, 0 120 or more',
  ],
  ['s01-fdsc', 2, 'entry essex-nursing-adult, 2015-10', 'UNDECIDED'],
  ['s01-hnd', 2, 'entry essex-nursing-adult, 2015-10', 'UNDECIDED'],
  ['s01-nvq3', 2, 'entry essex-nursing-adult, 2015-10', 'NOT_MET'],
  ['s01-none', 2, 'entry essex-nursing-adult, 2015-10', 'NOT_MET'],
  // S2, S3, S4: none, half a year, a year, two years
  [
    's02-no-significant-credit',
    1,
    'credit york-nursing-adult, 2025-09',
    '0 of 360 credits, joins stage 1, 0 months saved',
  ],
  [
    's03-half-a-year',
    1,
    'credit chester-nursing-learning-disability, 2016-09',
    '60 of 360 credits, joins stage 1, 0 months saved',
  ],
  [
    's03-one-year',
    1,
    'credit worcester-nursing-adult, 2024-09',
    '120 of 360 credits, joins stage 2 (15 places), 12 months saved',
  ],
  [
    's04-two-years',
    1,
    'credit chester-bsc-biomedical-science, 2015-09',
    '240 of 360 credits, joins stage 3, 48 months saved',
  ],
  // S5: the same university, and others
  [
    's05-same-university',
    1,
    'credit worcester-nursing-adult, 2025-09',
    '120 of 360 credits, joins stage 2 (15 places), 12 months saved',
  ],
  [
    's05-same-university',
    2,
    'credit birmingham-city-rnda-adult, 2025-09',
    '0 of 360 credits, joins stage 1, 0 months saved',
  ],
  [
    's05-other-university',
    1,
    'credit essex-nursing-adult, 2020-10',
    '90 of 360 credits, joins stage 1, 0 months saved',
  ],
  [
    's05-other-university',
    2,
    'credit suffolk-nursing-adult-wbl, 2020-09',
    '40 of 360 credits, joins stage 1, 0 months saved',
  ],
  [
    's05-other-university',
    3,
    'credit canterbury-christ-church-rnda-adult, 2020-09',
    '30 of 360 credits, joins stage 1, 0 months saved',
  ],
  // S6: credit in hand, entry refused
  [
    's06-functional-skills-refused',
    1,
    'credit canterbury-christ-church-diagnostic-radiography, 2024-09',
    '100 of 360 credits, joins stage 1, 0 months saved',
  ],
  ['s06-functional-skills-refused', 2, 'entry canterbury-christ-church-diagnostic-radiography, 2024-09', 'NOT_MET'],
  // S7: a preference is no condition
  ['s07-a-level-applicants-first', 1, 'entry liverpool-nursing-adult, 2023-09', 'MET'],
  [
    's07-a-level-applicants-first',
    2,
    'credit liverpool-nursing-adult, 2023-09',
    '120 of 360 credits, joins stage 2, 12 months saved',
  ],
  // S8: how many may join year 2
  [
    's08-few-places-in-year-2',
    1,
    'credit worcester-nursing-adult-pt, 2025-09',
    '120 of 360 credits, joins stage 2 (10 places), 16 months saved',
  ],
  // S9, S10: credit without time
  [
    's09-skeletal-imaging',
    1,
    'credit canterbury-christ-church-diagnostic-radiography, 2026-09',
    '100 of 360 credits, joins stage 1, 0 months saved',
  ],
  [
    's09-skeletal-imaging',
    2,
    'credit exeter-diagnostic-radiography-app, 2026-09',
    '30 of 360 credits, joins stage 1, 0 months saved',
  ],
  ['s10-part-of-a-year', 1, 'credit essex-nursing-adult, 2020-10', '90 of 360 credits, joins stage 1, 0 months saved'],
  // S11: the staff of one trust, at one university
  [
    's11-limited-to-one-university',
    1,
    'credit essex-nursing-adult, 2020-10',
    '120 of 360 credits, joins stage 2 (12 places), 12 months saved',
  ],
  [
    's11-limited-to-one-university',
    2,
    'credit suffolk-nursing-adult-wbl, 2020-09',
    '40 of 360 credits, joins stage 1, 0 months saved',
  ],
  // S12: the last part-time intake, and the year after
  [
    's12-part-time-is-closed',
    1,
    'route to nurse-learning-disability from 2018-09 at chester',
    '60 months: chester-nursing-learning-disability-pt 1-3 from 2018-09',
  ],
  ['s12-part-time-is-closed', 2, 'route to nurse-learning-disability from 2019-09 at chester', 'no route'],
  // S13: the same route, with support and without (below)
  [
    's13-salary-support-kept',
    1,
    'route to nurse-learning-disability from 2014-09 at chester',
    '60 months: chester-nursing-learning-disability-pt 1-3 from 2014-09',
  ],
  [
    's13-salary-support-closed',
    1,
    'route to nurse-learning-disability from 2014-09 at chester',
    '60 months: chester-nursing-learning-disability-pt 1-3 from 2014-09',
  ],
  // S14: the common core carries, the specialist options do not
  [
    's14-common-core-and-options',
    1,
    'credit teesside-diagnostic-radiography, 2024-09',
    '40 of 360 credits, joins stage 1, 0 months saved',
  ],
  [
    's14-common-core-and-options',
    2,
    'credit northumbria-rnda-adult-top-up, 2024-09',
    '20 of 360 credits, joins stage 1, 0 months saved',
  ],
  [
    's14-common-core-and-options',
    3,
    'credit teesside-physiotherapy-app, 2024-09',
    '20 of 360 credits, joins stage 1, 0 months saved',
  ],
  // S15: the ladder
  [
    's15-steps',
    1,
    'route to nurse-adult from 2014-09 at middlesex',
    '56 months: middlesex-certhe-healthcare-pt 1-1 from 2014-09, middlesex-diphe-healthcare-pt 2-2 from 2015-09, middlesex-nursing-adult-pt 2-3 from 2016-09',
  ],
  // S16: the bridge
  [
    's16-bridging-course',
    1,
    'route to nurse-adult from 2014-09 at local-college, middlesex in at most 2 legs',
    '60 months: bridging-course-pt 1-1 from 2014-09, middlesex-nursing-adult-pt 1-3 from 2015-09',
  ],
  // S17: side by side
  [
    's17-portfolio-beside-the-degree',
    1,
    'route to biomedical-scientist from 2014-09 at westminster, ibms by 2016-09',
    '12 months: ibms-registration-portfolio-pt 1-1 from 2014-09, uclh-biomedical-honours-year-pt 1-1 from 2014-09',
  ],
  // S18: the post is not the qualification
  ['s18-no-band-4-post', 1, 'entry worcester-nursing-adult, 2024-09', 'MET'],
  [
    's18-no-band-4-post',
    2,
    'credit worcester-nursing-adult, 2024-09',
    '120 of 360 credits, joins stage 2 (15 places), 12 months saved',
  ],
  // S19: competence counts as experience, where it does
  [
    's19-competence-portfolio',
    1,
    'credit suffolk-nursing-adult-wbl, 2017-09',
    '40 of 360 credits, joins stage 1, 0 months saved',
  ],
  [
    's19-competence-portfolio',
    2,
    'credit essex-nursing-adult, 2017-10',
    '0 of 360 credits, joins stage 1, 0 months saved',
  ],
  // S21: no statutory register part
  ['s21-voluntary-register', 1, 'route to scor-voluntary-register from 2014-09', 'no route'],
  ['s21-voluntary-register', 2, 'entry salford-nursing-adult-na-pathway, 2014-09', 'NOT_MET'],
  // The trust of 2014, and the apprentice of 2027 who holds no level 2
  [
    'five-boroughs',
    2,
    'credit chester-nursing-learning-disability, 2014-09',
    '60 of 360 credits, joins stage 1, 0 months saved',
  ],
  ['level-5-without-level-2', 1, 'entry leeds-rnda-adult, 2027-09', 'UNDECIDED'],
  ['level-5-without-level-2', 2, 'entry ou-nursing-adult-r39, 2027-10', 'NOT_MET'],
  ['level-5-without-level-2', 3, 'entry uclan-rnda-adult-app, 2027-09', 'MET'],
] as [string, number, string, string][])('%s, question %i: %s', (id, number, text, figure) => {
  expect(asText(asked(id, number))).toBe(text);
  expect(figureOf(answered(id, number))).toBe(figure);
});
