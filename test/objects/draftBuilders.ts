/** Drafts and rights for tests; the values are those of the walk-through. */
import type { ExposeDraft, SelectionDraft } from '../../src/domain/draft/draft';
import type { LabelTiming } from '../../src/domain/labels/timing';
import type { Labels } from '../../src/domain/k8s/objects';
import { NEW_ROUTE } from '../../src/domain/service/routeDraft';
import type { Rights } from '../../src/domain/k8s/rights';
import { NO_OPTIONS } from '../../src/domain/service/serviceOptions';
import type { PortDraft } from '../../src/domain/service/servicePort';
import { NAMESPACE, SERVICE_NAME, VM_NAME } from './builders';

/** The port of the walk-through. */
export const PORT: PortDraft = { name: '', port: '80', targetPort: '8080', protocol: 'TCP', nodePort: '' };

/** A draft for `tier=backend`. */
export const byLabel = (
  timing: LabelTiming,
  labels: Labels = { tier: 'backend' },
  removed: readonly string[] = [],
): SelectionDraft => ({
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
  ports: [PORT],
  // what a run made before is compared without an owner
  options: { ...NO_OPTIONS, isOwned: false },
  route: NEW_ROUTE,
  opensPorts: false,
  hostname: '',
  specTiming: 'next-restart',
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
  unpauseVmi: granted,
  createService: granted,
  patchService: granted,
  deleteService: granted,
  createRoute: granted,
  patchRoute: granted,
  deleteRoute: granted,
  setRouteHost: granted,
  createPolicy: granted,
  readNetwork: granted,
  readServiceCidrs: granted,
  createJob: granted,
  deleteJob: granted,
  readPodLog: granted,
});
