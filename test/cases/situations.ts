import { type Asked, ask, asText } from './ask.js';
import { EDGES } from './edges.js';
import { toldOf } from './edges-told.js';
import { learners } from './england.js';
import { becauseOf, figureOf } from './figures.js';

// Prints every learner that ships with what was asked, the outcome and the sentence that explains it.
// `npm run cases` prints all, `npm run cases s06 s17` those whose ids begin so, `npm run cases edges` or `e4` the edge
// cases, each answer as it would be read to a tutor.
const wanted = process.argv.slice(2);
for (const { id, title, learner, questions = [] } of learners.values()) {
  if (wanted.length > 0 && !wanted.some((start) => id.startsWith(start))) continue;
  process.stdout.write(`\n${id}: ${title}\n`);
  if (questions.length === 0) process.stdout.write('  asks nothing\n');
  for (const asked of questions as unknown as Asked[]) {
    const answered = ask(learner, asked);
    process.stdout.write(`  ${asText(asked)}\n    ${figureOf(answered)}\n    ${becauseOf(answered)}\n`);
  }
}

for (const { id, situation, questions } of EDGES) {
  if (wanted.length > 0 && !wanted.some((name) => name === id || name === 'edges')) continue;
  process.stdout.write(`\n${id}: ${situation}\n`);
  for (const { asks, catalogue, answer } of questions)
    process.stdout.write(
      `  ${asks}\n${toldOf(answer(), catalogue)
        .map((line) => `    ${line}\n`)
        .join('')}`,
    );
}
