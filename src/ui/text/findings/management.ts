import type { CodeOf } from '../../../domain/diagnosis/finding';
import type { ManagementFacts } from '../../../domain/diagnosis/rules/managementRules';
import type { SentencesOf } from './sentence';

const ownerText = ({ owner }: ManagementFacts['A1']): string => `${owner.kind} ${owner.name}`;
const managerText = ({ tool, ownerKind, name }: ManagementFacts['A2']): string =>
  [ownerKind, name].filter(Boolean).join(' ') || tool;

/** Owners, managers and rights. */
export const MANAGEMENT_SENTENCES = {
  A1: {
    says: (t, { facts }) =>
      t('The Service belongs to {{actual}} and will be deleted together with that.', { actual: ownerText(facts) }),
    shows: (facts) => ({ actual: ownerText(facts), needed: `VirtualMachine ${facts.vm}` }),
  },
  A2: {
    says: (t, { object, facts }) =>
      t('{{kind}} {{name}} is managed by {{actual}}, which takes changes made here back sooner or later.', {
        kind: object.kind,
        name: object.names.join(', '),
        actual: managerText(facts),
      }),
    shows: (facts) => ({ actual: managerText(facts), needed: facts.tool }),
  },
  A3: {
    says: (t, { facts }) =>
      t('You may not apply what is offered for {{field}}. The command beside it is for somebody who may.', {
        field: facts.codes.join(', '),
      }),
    shows: ({ codes, rights }) => ({ field: codes.join(', '), needed: rights.join(', ') }),
  },
} satisfies SentencesOf<CodeOf<'management'>>;
