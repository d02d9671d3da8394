import { expect, expectErrors, expectAccessible, noInstance, test } from './consolePage';
import { api, paths, type ApiObject } from '../local-cluster/localCluster';
import { makeSpecialVm, type SpecialVm } from '../local-cluster/specialVms';
import { findings, findingsOf, fix, fixButton, openRow, verdictOf } from './tabRow';
import { readPods } from '../local-cluster/vms';

/** Of each scenario. */
export const VM = 'web';
export const SERVICE = 'backend';
export const TIER = { tier: 'backend' };

/** A fault of the diagnosis' catalogue that the local cluster can really have. */
export interface Scenario {
  readonly code: string;
  readonly what: string;
  readonly vm?: SpecialVm;
  /** the Service's spec, beside one port 80 */
  readonly service?: object;
  readonly metadata?: object;
  /** makes the fault, once VM and Service are there */
  readonly make?: (namespace: string) => Promise<void>;
  /** what the verdict says before */
  readonly before: RegExp;
  /** absent: nothing is offered */
  readonly after?: RegExp;
}

export const patch = (path: string, ...operations: object[]) => api('PATCH', path, operations);
export const label = (path: string, value = 'backend') =>
  patch(path, { op: 'add', path: '/metadata/labels/tier', value });
export const podPath = async (namespace: string) => {
  const [pod] = await readPods(namespace, VM);
  return `${paths.pods(namespace)}/${pod?.metadata.name ?? ''}`;
};
export const vmPath = (namespace: string) => paths.vm(namespace, VM);
export const labelTemplate = (namespace: string) =>
  patch(vmPath(namespace), { op: 'add', path: '/spec/template/metadata/labels', value: TIER });
export const group = (name: string, version: string, namespace: string, plural: string) =>
  `/apis/${name}/${version}/namespaces/${namespace}/${plural}`;
export const ofTemplate = { templateLabels: TIER };
export const REACHES = /^\s*Reachable/;
export const REACHES_PARTLY = /^\s*Partly reachable/;
export const DOES_NOT = /^\s*Not reachable/;

/** Makes each fault, looks at what the tab tells of it, and puts it right where that is offered. */
export function testScenarios(scenarios: readonly Scenario[]): void {
  for (const { code, what, vm = {}, service = {}, metadata = {}, make, before, after } of scenarios) {
    test(`${code}: ${what}`, async ({ page, namespace }) => {
      expectErrors(page, noInstance(paths.vmi(namespace, VM)));
      await makeSpecialVm(namespace, VM, vm);
      const spec = { selector: TIER, ports: [{ port: 80 }], ...service };
      await api<ApiObject>('POST', paths.services(namespace), {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: SERVICE, namespace, ...metadata },
        spec,
      });
      await make?.(namespace);
      await openRow(page, namespace, VM, SERVICE);
      await expect(findings(page).first()).toContainText(new RegExp(`Rule ${code}(?!\\d)`));
      const list = page.getByRole('list', { name: 'Findings' });
      const isReason = (await list.count()) > 0;
      await expect(verdictOf(page, SERVICE)).toHaveText(before);
      await expectAccessible(page);
      if (after) {
        await fix(page, code, VM);
        await expect(verdictOf(page, SERVICE)).toHaveText(after, { timeout: 30_000 });
        // a policy that was added may allow some clients only: then the finding is a limitation
        const left = isReason ? list.getByText(new RegExp(`Rule ${code}(?!\\d)`)) : findingsOf(page, code);
        await expect(left).toHaveCount(0);
      } else await expect(fixButton(page, code)).toHaveCount(0);
    });
  }
}
