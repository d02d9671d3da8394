import type { Conflict, Setting, SettingValue } from '../../domain/draft/conflict';
import type { ExposedType } from '../../domain/k8s/exposedTypes';
import type { PortDraft } from '../../domain/service/servicePort';
import type { Text } from '../useText';
import { typeText } from './typeText';

/** What a conflict is about and its three values, in words. */
export interface ConflictTexts {
  /** as the wizard's field is labelled */
  readonly setting: string;
  readonly before: string;
  readonly wanted: string;
  readonly now: string;
}

/** Puts a conflict into words. */
export function conflictTexts(t: Text, conflict: Conflict): ConflictTexts {
  if (conflict.about === 'port') {
    const { base, wanted, now } = conflict;
    const { port = '', protocol = '' } = base ?? now ?? wanted ?? {};
    return {
      setting: t('Port {{port}}', { port: `${port}/${protocol}` }),
      before: portText(t, base),
      wanted: portText(t, wanted),
      now: portText(t, now),
    };
  }
  const { about, base, wanted, now } = conflict;
  const textOf = (value: SettingValue) => valueText(t, about, value);
  return { setting: settingText(t, about), before: textOf(base), wanted: textOf(wanted), now: textOf(now) };
}

function portText(t: Text, port: PortDraft | undefined): string {
  if (!port) return t('No port');
  const { name, nodePort, targetPort, protocol } = port;
  const arrow = `${port.port}/${protocol} → ${targetPort}`;
  const parts = [name, arrow, nodePort && t('Node port {{nodePort}}', { nodePort })];
  return parts.filter((part) => part !== '').join(', ');
}

function valueText(t: Text, setting: Setting, value: SettingValue): string {
  if (setting === 'type') return typeText(t, value as ExposedType).label;
  if (typeof value === 'boolean') return value ? t('On') : t('Off');
  if (setting === 'isSticky') return t('On, for {{seconds}} seconds', { seconds: value });
  return value === '' ? t('Not set') : value;
}

/** The label that the wizard's field has; of the type, whose field asks a question, the name of the step. */
function settingText(t: Text, setting: Setting): string {
  switch (setting) {
    case 'type':
      return t('Access');
    case 'ipFamilies':
      return t('IP families');
    case 'ipFamilyPolicy':
      return t('IP family policy');
    case 'externalIPs':
      return t('External IPs');
    case 'isSticky':
      return t('Send each client to the same VM (session affinity)');
    case 'externalTrafficPolicy':
      return t('External traffic policy');
    case 'internalTrafficPolicy':
      return t('Internal traffic policy');
    case 'publishNotReady':
      return t('Send traffic to VMs that are not ready (publishNotReadyAddresses)');
    case 'loadBalancerClass':
      return t('Load balancer class');
    case 'loadBalancerIP':
      return t('Load balancer address');
    case 'sourceRanges':
      return t('Source ranges');
    case 'externalName':
      return t('External name');
  }
}
