/** Drafts and rights for tests; the values are those of the walk-through. */
import type { ExposeDraft, LabelTiming, SelectionDraft } from '../src/domain/draft';
import type { Labels } from '../src/domain/objects';
import type { Rights } from '../src/domain/seen';
import { NAMESPACE, SERVICE_NAME, VM_NAME } from './builders';

/** A draft for `tier=backend`. */
export const byLabel = (timing: LabelTiming, labels: Labels = { tier: 'backend' }, removed: readonly string[] = []): SelectionDraft => ({
  by: 'label',
  labels: Object.entries(labels).map(([key, value]) => ({ key, value })),
  removed,
  timing,
});

export const aDraft = (changes: Partial<ExposeDraft> = {}): ExposeDraft => ({
  namespace: NAMESPACE,
  vmNames: [VM_NAME],
  serviceName: SERVICE_NAME,
  type: 'ClusterIP',
  ports: [{ name: '', port: '80', targetPort: '8080', protocol: 'TCP' }],
  selection: { by: 'vm-identity' },
  ...changes,
});

export const allRights = (granted = true): Rights => ({
  patchVm: granted,
  patchVmi: granted,
  patchPod: granted,
  deletePod: granted,
  restartVm: granted,
  startVm: granted,
  createService: granted,
  patchService: granted,
  deleteService: granted,
});
