import type { Id } from '../../domain/fact.js';
import type { Holdings } from '../../domain/holding.js';
import type { EntryRule } from '../../domain/recognition.js';
import type { Month } from '../../domain/time.js';
import type { JudgedCondition } from '../../domain/verdict.js';
import type { Catalogue } from '../../graph/catalogue.js';
import { countsFor } from '../../rules/conditions/experience.js';
import { applicantOf } from './judge.js';
import { suppliersOf } from './suppliers.js';
import { conditionAt, judgeRule } from './tree.js';

/** What a rule is asked of: what is held in a month, and the programmes that may be studied from then on. */
export interface Prospect {
  readonly catalogue: Catalogue;
  readonly holdings: Holdings;
  readonly first: Month;
  readonly offered: ReadonlyMap<Id, unknown>;
}

/** Whether a rule stays unmet whatever is studied, and however long one waits. */
export function isHopeless({ catalogue, holdings, first, offered }: Prospect, rule: EntryRule): boolean {
  const canBeMet = (node: JudgedCondition): boolean => {
    if (node.verdict !== 'NOT_MET') return true;
    const condition = conditionAt(rule, node.path);
    switch (condition.kind) {
      case 'all':
        return node.children.every(canBeMet);
      case 'any':
        return node.children.some(canBeMet);
      case 'atLeast':
        return node.children.filter(canBeMet).length >= condition.n;
      case 'experience':
        return holdings.experience.some((spell) => spell.ongoing && countsFor(spell, condition));
      case 'tariff': // each year has its own table
        return true;
      case 'registration':
        return condition.sinceMonths !== undefined || isSupplied(catalogue, offered, condition);
      case 'subject':
      case 'award':
      case 'credits':
        return isSupplied(catalogue, offered, condition);
      case 'employment':
      case 'declaration':
      case 'judgement':
        return false;
    }
  };
  return !canBeMet(judgeRule(rule, applicantOf(catalogue, holdings, first)).root);
}

const isSupplied = (
  catalogue: Catalogue,
  offered: ReadonlyMap<Id, unknown>,
  condition: Parameters<typeof suppliersOf>[1],
): boolean => [...suppliersOf(catalogue, condition).keys()].some((id) => offered.has(id));
