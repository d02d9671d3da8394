/**
 * Every type of Service on the local cluster: what a draft of it holds, and what API server and DNS have to hold of it.
 */
import { expect } from '@playwright/test';
import type { ExposeDraft } from '../../src/domain/draft/draft';
import type { Service } from '../../src/domain/k8s/objects';
import { NO_OPTIONS } from '../../src/domain/service/serviceOptions';
import { apiPort } from './apiPort';
import { lookUp } from './localCluster';
import { readEndpoints, readVm } from './vms';
import { SERVICE, TIER, VM, vmAddress } from './waysToSelect';

/** The class of load balancers that the local cluster gives addresses to. */
export const LOAD_BALANCER_CLASS = 'expose-vm.test/lb';
export const OUTSIDE_NAME = 'db.example.com';
const SERVICE_RANGE = /^172\.30\.\d{1,3}\.\d{1,3}$/;

export type TypeName =
  'ClusterIP' | 'NodePort' | 'LoadBalancer' | 'headless' | 'ExternalName' | 'ClusterIP with a Route';
export type SelectedBy = 'just this VM' | 'by a label';

/** The Service that the tests of the types make. Fails when it is missing. */
export async function madeService(namespace: string): Promise<Service> {
  const service = await apiPort.get({ kind: 'Service', namespace, name: SERVICE });
  if (!service) throw new Error(`The Service ${SERVICE} is missing.`);
  return service;
}

export const dnsNameIn = (namespace: string): string => `${SERVICE}.${namespace}.svc.cluster.local`;
export const loadBalancerIp = async (namespace: string): Promise<string> =>
  (await madeService(namespace)).status?.loadBalancer?.ingress?.[0]?.ip ?? '';

const expectName = (name: string, address: string | undefined) =>
  expect.poll(() => lookUp(name).catch(() => [])).toEqual([address]);

/** Address and name of a Service with a cluster IP. */
async function expectClusterIp(namespace: string, type: string): Promise<void> {
  const { spec } = await madeService(namespace);
  expect(spec).toMatchObject({ type, ports: [{ port: 80, targetPort: 8080, protocol: 'TCP' }] });
  expect(spec?.clusterIP).toMatch(SERVICE_RANGE);
  await expectName(dnsNameIn(namespace), spec?.clusterIP);
}

interface TypeOnCluster {
  readonly draft: Partial<ExposeDraft>;
  /** true: it selects no VM */
  readonly isAlias?: true;
  readonly check: (namespace: string) => Promise<void>;
}

export const TYPES_ON_CLUSTER: Readonly<Record<TypeName, TypeOnCluster>> = {
  ClusterIP: { draft: {}, check: (namespace) => expectClusterIp(namespace, 'ClusterIP') },
  NodePort: {
    draft: { type: 'NodePort' },
    check: async (namespace) => {
      await expectClusterIp(namespace, 'NodePort');
      const [port] = (await madeService(namespace)).spec?.ports ?? [];
      expect(port?.nodePort).toBeGreaterThanOrEqual(30000);
    },
  },
  LoadBalancer: {
    draft: { type: 'LoadBalancer', options: { ...NO_OPTIONS, loadBalancerClass: LOAD_BALANCER_CLASS } },
    check: async (namespace) => {
      await expectClusterIp(namespace, 'LoadBalancer');
      await expect.poll(() => loadBalancerIp(namespace)).toMatch(/^192\.0\.2\./);
    },
  },
  headless: {
    draft: { type: 'Headless', specTiming: 'restart' },
    check: async (namespace) => {
      expect((await madeService(namespace)).spec).toMatchObject({ type: 'ClusterIP', clusterIP: 'None' });
      expect((await readVm(namespace, VM)).spec.template).toMatchObject({ spec: { subdomain: SERVICE } });
      const ip = await vmAddress(namespace);
      await expectName(dnsNameIn(namespace), ip);
      await expectName(`${VM}.${dnsNameIn(namespace)}`, ip);
    },
  },
  ExternalName: {
    draft: { type: 'ExternalName', options: { ...NO_OPTIONS, externalName: OUTSIDE_NAME } },
    isAlias: true,
    check: async (namespace) => {
      const { spec } = await madeService(namespace);
      expect(spec).toMatchObject({ type: 'ExternalName', externalName: OUTSIDE_NAME });
      expect(spec?.selector).toBeUndefined();
    },
  },
  'ClusterIP with a Route': {
    draft: { type: 'Route' },
    check: async (namespace) => {
      await expectClusterIp(namespace, 'ClusterIP');
      const route = await apiPort.get({ kind: 'Route', namespace, name: SERVICE });
      expect(route?.spec).toMatchObject({
        to: { kind: 'Service', name: SERVICE },
        port: { targetPort: 8080 },
        tls: { termination: 'edge' },
      });
    },
  },
};

/** Compares the Service of a type with what API server and DNS have to hold, selector and endpoint among it. */
export async function expectType(namespace: string, name: TypeName, selectedBy: SelectedBy): Promise<void> {
  const { check, isAlias } = TYPES_ON_CLUSTER[name];
  await check(namespace);
  if (isAlias) return;
  const { spec } = await madeService(namespace);
  const byVm = { 'vmi.kubevirt.io/id': VM };
  expect(spec?.selector).toEqual(selectedBy === 'by a label' ? { [TIER.key]: TIER.value } : byVm);
  expect(await readEndpoints(namespace, SERVICE)).toEqual([{ address: await vmAddress(namespace), isReady: true }]);
}
