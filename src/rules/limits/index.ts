import type { Limit } from '../../domain/limits.js';
import type { Cap, Yardstick } from './cap.js';
import { credits } from './credits.js';
import { currency } from './currency.js';
import { experiential } from './experiential.js';
import { hoursCaps } from './hours.js';
import { level } from './level.js';
import { mark } from './mark.js';
import { module } from './module.js';
import { residency } from './residency.js';
import type { Ruling } from './ruling.js';
import { share } from './share.js';
import { stage } from './stage.js';

/** What a limit adds up over the claims used; limits that judge sources or stages instead have no caps. */
export function caps(limit: Limit, programme: Yardstick): Cap[] {
  switch (limit.kind) {
    case 'share':
      return stated(share(limit, programme));
    case 'credits':
      return [credits(limit)];
    case 'level':
      return [level(limit)];
    case 'stage':
      return [stage(limit, programme)];
    case 'module':
      return [module(limit)];
    case 'experiential':
      return stated(experiential(limit, programme));
    case 'residency':
      return stated(residency(limit, programme));
    case 'hours':
      return hoursCaps(limit, programme);
    case 'minimum':
    case 'whole-stages':
    case 'span':
    case 'single-use':
    case 'mark':
    case 'currency':
      return [];
  }
}

/** A limit is not applied to a programme that does not state what it is measured against. */
const stated = (cap: Cap | null): Cap[] => (cap ? [cap] : []);

/** What a limit says of a single source; limits that look at claims together say nothing of one. */
export function ruling(limit: Limit): Ruling | null {
  switch (limit.kind) {
    case 'mark':
      return mark(limit);
    case 'currency':
      return currency(limit);
    case 'share':
    case 'credits':
    case 'level':
    case 'stage':
    case 'module':
    case 'experiential':
    case 'residency':
    case 'hours':
    case 'minimum':
    case 'whole-stages':
    case 'span':
    case 'single-use':
      return null;
  }
}
