import { type Answered, type Asked, ask } from './ask.js';
import { learnerOf } from './england.js';

/** The question of a learner that ships, counted from 1. */
export function asked(id: string, number = 1): Asked {
  const question = learnerOf(id).questions?.[number - 1];
  if (!question) throw new Error(`${id} asks no question ${number}`);
  return question as unknown as Asked;
}

/** What the engines answer to it. */
export const answered = (id: string, number = 1): Answered => ask(learnerOf(id).learner, asked(id, number));
