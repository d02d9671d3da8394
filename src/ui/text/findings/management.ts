import type { CodeOf } from '../../../domain/diagnosis/finding';
import type { ManagementFacts } from '../../../domain/diagnosis/rules/managementRules';
import type { WordingOf } from './wording';

const ownerText = ({ owner }: ManagementFacts['A1']): string => `${owner.kind} ${owner.name}`;
const managerText = ({ tool, ownerKind, name }: ManagementFacts['A2']): string =>
  [ownerKind, name].filter(Boolean).join(' ') || tool;

/** Owners, managers and rights. */
export const MANAGEMENT_WORDING = {
  A1: {
    title: (t) => t('Service is deleted with its owner'),
    says: (t, { facts }) =>
      t('The owner of the Service is {{actual}}. To keep the Service, make the VM its owner, or remove the owner.', {
        actual: ownerText(facts),
      }),
    fixLabel: (t) => t('Make the VM its owner'),
    shows: (facts) => ({ actual: ownerText(facts), needed: `VirtualMachine ${facts.vm}` }),
  },
  A2: {
    title: (t, { object, facts }) =>
      t('{{name}} is managed by {{actual}}', { name: object.names.join(', '), actual: managerText(facts) }),
    says: (t, { object, facts }) =>
      t('Changes to {{kind}} {{name}} can be reverted by {{actual}}. Make the changes there instead.', {
        kind: object.kind,
        name: object.names.join(', '),
        actual: managerText(facts),
      }),
    shows: (facts) => ({ actual: managerText(facts), needed: facts.tool }),
  },
  A3: {
    title: (t) => t("You don't have permission to apply these fixes"),
    says: (t, { facts }) =>
      t('Send the commands for {{field}} to someone who has permission.', { field: facts.codes.join(', ') }),
    shows: ({ codes, rights }) => ({ field: codes.join(', '), needed: rights.join(', ') }),
  },
} satisfies WordingOf<CodeOf<'management'>>;
