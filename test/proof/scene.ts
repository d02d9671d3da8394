import type { Labels } from '../../src/domain/k8s/objects';

/** A port that an interface lists. */
export interface ListedPort {
  readonly name?: string;
  readonly port: number;
  readonly protocol?: string;
}

/** What happens to a VM once it runs, as a person or the cluster would do it. */
export type Afterwards =
  | { readonly what: 'pause' | 'stop' | 'restart' | 'migrate' }
  /** the guest shuts itself down */
  | { readonly what: 'power-off' }
  /** fields of the template's spec are set, which a running VM does not take over */
  | { readonly what: 'change-spec'; readonly spec: Readonly<Record<string, unknown>> }
  /** the first Service selects by the value that this label of the pod has now */
  | { readonly what: 'select-by'; readonly key: string }
  /** the VM's instance becomes the owner of the first Service */
  | { readonly what: 'own' }
  /** null removes a label */
  | {
      readonly what: 'relabel';
      readonly layer: 'template' | 'vmi' | 'pod';
      readonly labels: Readonly<Record<string, string | null>>;
    };

export interface SceneVm {
  readonly name: string;
  readonly isHalted?: boolean;
  /** it is started by hand, and stays off when its guest shuts down */
  readonly isManual?: boolean;
  /** its readiness probe asks for a port on which every guest listens, or for one on which none does */
  readonly probe?: 'answered' | 'unanswered';
  /** the cable of its interface is unplugged */
  readonly isLinkDown?: boolean;
  /** of the VirtualMachine itself, which KubeVirt copies nowhere */
  readonly objectLabels?: Labels;
  readonly templateLabels?: Labels;
  readonly binding?: 'bridge';
  readonly ports?: readonly ListedPort[];
  /** what the guest listens on; see `cluster/manifests.ts` for what it does when absent */
  readonly listens?: string;
  readonly node?: string;
  readonly hostname?: string;
  readonly subdomain?: string;
  /** how long its guest takes to shut down, if it takes any; immediately otherwise */
  readonly stopDelay?: string;
  readonly afterwards?: readonly Afterwards[];
}

/** A pod of no VM that answers clients, too. */
export interface ScenePod {
  readonly name: string;
  readonly labels: Labels;
  readonly node?: string;
}

/** An endpoint of a slice that was made by hand. */
export interface SceneEndpoint {
  /** whose address it has: of a VM, of a pod, or of none */
  readonly of: string;
  /** the VM whose pod it names in `targetRef` */
  readonly names?: string;
  readonly isNotReady?: boolean;
  /** it names the node on which that is */
  readonly hasNode?: boolean;
}

export interface SceneSlice {
  readonly name: string;
  readonly managedBy?: string;
  readonly ports: readonly { readonly name?: string; readonly port: number; readonly protocol?: string }[];
  readonly endpoints: readonly SceneEndpoint[];
}

/** core/v1 ServicePort; the client library's type of `targetPort` is narrower than the API's. */
export interface ScenePort {
  readonly name?: string;
  readonly port: number;
  readonly protocol?: string;
  readonly targetPort?: number | string;
}

/** What the spec of a Service says. */
export interface ServiceSpec {
  readonly ports?: readonly ScenePort[];
  readonly selector?: Labels;
  readonly [field: string]: unknown;
}

/** A Service, with the slices that were made by hand for it. */
export interface SceneService {
  readonly name: string;
  readonly labels?: Labels;
  readonly spec: ServiceSpec;
  readonly slices?: readonly SceneSlice[];
}

/**
 * Everything of one namespace as it is made: plain data, so that it can be made smaller. Each of its Services is a
 * situation of its own; VMs and policies are the same for both, since these are what it takes long to make.
 */
export interface Scene {
  readonly number: number;
  readonly vms: readonly SceneVm[];
  readonly services: readonly SceneService[];
  /** specs of NetworkPolicies */
  readonly policies?: readonly Readonly<Record<string, unknown>>[];
  readonly pods?: readonly ScenePod[];
  readonly clientLabels?: Labels;
  readonly clientNode?: string;
  readonly namespaceLabels?: Labels;
}

/** The first Service of every scene, and the only one where one thing is shown alone. */
export const SERVICE = 'web';
/** So many Services, and so many situations, has every random scene. */
export const SITUATIONS_OF_SCENE = 2;
/** The pod in the situation's own namespace from which is dialled. */
export const CLIENT = 'client';
/** The label by which most Services select. */
export const WANTED = { app: 'web' } as const;
export const NODES = ['node1', 'node2'] as const;
