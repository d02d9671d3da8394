import { traitsOf } from '../../../k8s/exposedTypes';
import { isNumericName } from '../../../k8s/dnsGrammar';
import { isReservedKey, isSetByKubeVirt, isVolatileKey } from '../../../labels/labels';
import { labelLayers, patchRunning, patchTemplate } from '../../../labels/labelLayers';
import { labelValue, type Labels } from '../../../k8s/objects';
import { liveVmi } from '../../../k8s/seen';
import type { RulesOf } from '../../rule';
import type { Situation } from '../../situation';
import { describeService, showPod, showVmField, showVmi } from '../lookCommands';
import { thisVmAlone } from './selectorFixes';
import {
  isUsers,
  missed,
  missesPod,
  podLabels,
  selectorOf,
  wantedLabels,
  whenMissed,
  type WantedLabels,
} from './selectorMatch';
import { podObject, serviceObject, vmiObject, vmObject } from './whereFound';

/** What does not last of a selector that selects now, and what is worth knowing of one that does not. */
export interface SelectorCaveatFacts {
  /** the name, be it an address, and a selector that counts for nothing */
  S2: { readonly externalName: string; readonly isAddress: boolean; readonly ignored: Labels };
  /** what the template holds */
  S7: WantedLabels;
  /** what the VMI holds */
  S8: WantedLabels;
  /** the part of the selector whose values change by themselves */
  S11: { readonly changing: Labels };
  /** what the pod holds */
  S15: WantedLabels;
}

type IsAtRisk = (key: string, situation: Situation) => boolean;

/** The part of a selector that does select now, but for a label that does not last. */
function riskyPart(situation: Situation, isAtRisk: IsAtRisk): Labels {
  if (!podLabels(situation) || missesPod(situation)) return {};
  return Object.fromEntries(Object.entries(selectorOf(situation)).filter(([key]) => isAtRisk(key, situation)));
}

/** Only looks when a part of the selector is at risk. */
const whenAtRisk =
  <Answer>(isAtRisk: IsAtRisk, describe: (situation: Situation, keys: Labels) => Answer) =>
  (situation: Situation): Answer | undefined => {
    const atRisk = riskyPart(situation, isAtRisk);
    return Object.keys(atRisk).length > 0 ? describe(situation, atRisk) : undefined;
  };

const isLostAtRestart: IsAtRisk = (key, { vm, service }) =>
  isUsers(key) && labelValue(labelLayers(vm).template, key) !== service.spec?.selector?.[key];
const isLostAtMigration: IsAtRisk = (key, { vm, service }) =>
  liveVmi(vm) !== undefined && isUsers(key) && labelValue(labelLayers(vm).vmi, key) !== service.spec?.selector?.[key];

export const selectorCaveatRules: RulesOf<SelectorCaveatFacts> = [
  {
    code: 'S7',
    grade: 'limitation',
    hop: 'Pod',
    reads: ['pods'],
    detect: whenAtRisk(isLostAtRestart, (situation, labels) => ({
      object: vmObject(situation),
      field: 'spec.template.metadata.labels',
      facts: wantedLabels(labelLayers(situation.vm).template, labels),
    })),
    fix: (situation) => patchTemplate(situation.vm.vm, riskyPart(situation, isLostAtRestart)),
    command: showVmField('.spec.template.metadata.labels'),
  },
  {
    code: 'S8',
    grade: 'limitation',
    hop: 'Pod',
    reads: ['pods'],
    detect: whenAtRisk(isLostAtMigration, (situation, labels) => ({
      object: vmiObject(situation),
      field: 'metadata.labels',
      facts: wantedLabels(labelLayers(situation.vm).vmi ?? {}, labels),
    })),
    fix: (situation) =>
      patchRunning(situation.vm, (_, layer) => (layer === 'vmi' ? riskyPart(situation, isLostAtMigration) : {})),
    command: showVmi('--show-labels'),
  },
  {
    code: 'S11',
    grade: 'limitation',
    hop: 'Service',
    reads: ['pods'],
    detect: whenAtRisk(isVolatileKey, (situation, changing) => ({
      object: serviceObject(situation),
      field: 'spec.selector',
      facts: { changing },
    })),
    fix: thisVmAlone,
    command: describeService,
  },
  {
    // what the template says of these keys is overwritten on the pod
    code: 'S15',
    grade: 'note',
    hop: 'Service',
    reads: ['pods'],
    detect: whenMissed((situation) => {
      const fixed = Object.fromEntries(
        Object.entries(missed(situation)).filter(([key]) => isSetByKubeVirt(key) && !isReservedKey(key)),
      );
      const labels = podLabels(situation);
      return labels && Object.keys(fixed).some((key) => labelValue(labels, key) !== undefined)
        ? { object: podObject(situation), field: 'metadata.labels', facts: wantedLabels(labels, fixed) }
        : undefined;
    }),
    command: showPod('--show-labels'),
  },
  {
    code: 'S2',
    grade: 'note',
    hop: 'Service',
    detect: (situation) => {
      const { externalName = '', selector: ignored = {} } = situation.service.spec ?? {};
      if (traitsOf(situation.service).selectsPods) return undefined;
      const isAddress = isNumericName(externalName);
      return {
        // DNS takes an address for a name made of digits, which nobody has
        ...(isAddress ? { grade: 'blocking' } : {}),
        object: serviceObject(situation),
        field: 'spec.externalName',
        facts: { externalName, isAddress, ignored },
      };
    },
    command: describeService,
  },
];
