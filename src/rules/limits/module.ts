import type { ModuleLimit } from '../../domain/limits.js';
import type { Cap } from './cap.js';

/** Named target modules are never credited: the dissertation, a placement. */
export const module = ({ modules }: ModuleLimit): Cap => ({
  unit: 'credits',
  counts: (claim) => claim.targets.filter((target) => modules.includes(target)).length,
  most: 0,
  says: `never ${modules.join(', ')}`,
});
