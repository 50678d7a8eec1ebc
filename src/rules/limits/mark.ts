import type { Held } from '../../domain/holding.js';
import type { MarkLimit } from '../../domain/limits.js';
import type { Ruling } from './ruling.js';

/** Learning under a mark, or passed by compensation, earns nothing. A missing mark passes, and is flagged. */
export const mark = ({ mark: least, refuseCompensated }: MarkLimit): Ruling => ({
  refuses: (held: Held) => {
    if (refuseCompensated && held.compensated)
      return `‘${held.title}’ was passed by compensation, which is not accepted`;
    if (least !== undefined && held.mark !== undefined && held.mark < least)
      return `‘${held.title}’ was passed with ${held.mark} %, ${Math.round((least - held.mark) * 100) / 100} short of the ${least} % asked`;
    return null;
  },
  flags: (held: Held) =>
    least !== undefined && held.mark === undefined
      ? `no mark is given for ‘${held.title}’, and ${least} % is asked`
      : null,
});
