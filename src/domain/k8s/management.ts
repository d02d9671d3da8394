import { labelsOf, labelValue, type K8sObject } from './objects';

export type ManagementTool = 'virtual-machine-pool' | 'controller' | 'argo-cd' | 'flux' | 'helm' | 'olm';

/** Who takes a change by hand back, sooner or later, and where to change it instead. */
export interface Management {
  readonly tool: ManagementTool;
  /**
   * kind of the owning object, such as `VirtualMachinePool`; '' when there is none in this cluster or it is not known
   */
  readonly ownerKind: string;
  /** name of the owner: the object, the application, the release; '' when the mark does not say it */
  readonly name: string;
  /** the field to change there: of the owner, or of the manifest that it applies; '' when only the owner knows */
  readonly field: string;
}

/** Any object, as far as it tells who made it. */
export interface ManagedObject extends K8sObject {
  readonly metadata?: K8sObject['metadata'] & {
    readonly ownerReferences?: readonly {
      readonly apiVersion: string;
      readonly kind: string;
      readonly name: string;
      readonly controller?: boolean;
    }[];
  };
}

/** KubeVirt's own controllers: they carry over what is changed, or it has no other place. */
const OWN_CONTROLLERS = ['VirtualMachine', 'VirtualMachineInstance', 'VirtualMachineInstanceReplicaSet'];

const groupOf = (apiVersion: string): string =>
  apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';

const ownersOf = (object: ManagedObject, field: string): Management[] =>
  (object.metadata?.ownerReferences ?? []).flatMap(({ apiVersion, kind, name, controller }): Management[] => {
    const group = groupOf(apiVersion);
    // a pool makes its VMs of `spec.virtualMachineTemplate`, which holds a VM's metadata and spec
    if (group === 'pool.kubevirt.io' && kind === 'VirtualMachinePool')
      return [{ tool: 'virtual-machine-pool', ownerKind: kind, name, field: `spec.virtualMachineTemplate.${field}` }];
    if (!controller || (group === 'kubevirt.io' && OWN_CONTROLLERS.includes(kind))) return [];
    return [{ tool: 'controller', ownerKind: kind, name, field: '' }];
  });

/**
 * Who manages an object, by its owner references and by the marks that tools leave on it; [] when no manager is found.
 * The first is the one that acts first. A tool that leaves no mark is not seen.
 * @param field what is to be changed, such as `spec.template.metadata.labels`
 */
export function managersOf(object: ManagedObject, field: string): readonly Management[] {
  const label = (key: string) => labelValue(labelsOf(object), key);
  const annotation = (key: string) => labelValue(object.metadata?.annotations, key);
  const by = (tool: ManagementTool, ownerKind: string, name: string | undefined): Management[] =>
    name === undefined ? [] : [{ tool, ownerKind, name, field: tool === 'olm' ? '' : field }];

  // the tracking id reads `<application>:<group>/<kind>:<namespace>/<name>`
  const [application] = (annotation('argocd.argoproj.io/tracking-id') ?? '').split(':');
  const argo = by(
    'argo-cd',
    'Application',
    label('argocd.argoproj.io/instance') ?? annotation('argocd.argoproj.io/instance') ?? (application || undefined),
  );
  const flux = [
    ...by('flux', 'Kustomization', label('kustomize.toolkit.fluxcd.io/name')),
    ...by('flux', 'HelmRelease', label('helm.toolkit.fluxcd.io/name')),
  ];
  const isByHelm = label('app.kubernetes.io/managed-by') === 'Helm';
  const helm = by('helm', '', annotation('meta.helm.sh/release-name') ?? (isByHelm ? '' : undefined));
  return [
    ...ownersOf(object, field),
    ...argo,
    ...flux,
    // both apply charts themselves, whose objects carry Helm's marks too
    ...(argo.length > 0 || flux.length > 0 ? [] : helm),
    ...by('olm', label('olm.owner.kind') ?? '', label('olm.owner')),
  ];
}
