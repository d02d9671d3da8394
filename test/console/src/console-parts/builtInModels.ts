import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { abbreviationOf, pluralLabelOf } from '../kubernetes/modelNames';

/*
 * The kinds the console knows without asking the cluster. It keeps them under their bare kind and writes
 * their plural into URLs; everything discovered goes by group~version~Kind.
 */
function builtIn(
  kind: string,
  plural: string,
  options: { group?: string; cluster?: boolean; abbr?: string } = {},
): K8sModel {
  return {
    kind,
    plural,
    apiGroup: options.group,
    apiVersion: 'v1',
    namespaced: !options.cluster,
    abbr: options.abbr ?? abbreviationOf(kind),
    label: kind,
    labelPlural: pluralLabelOf(kind),
    id: kind.toLowerCase(),
  };
}

export const PodModel = builtIn('Pod', 'pods');
export const ServiceModel = builtIn('Service', 'services');
export const SecretModel = builtIn('Secret', 'secrets');
export const ConfigMapModel = builtIn('ConfigMap', 'configmaps');
export const NamespaceModel = builtIn('Namespace', 'namespaces', { cluster: true, abbr: 'NS' });
export const NodeModel = builtIn('Node', 'nodes', { cluster: true });
export const EventModel = builtIn('Event', 'events');
export const PersistentVolumeClaimModel = builtIn('PersistentVolumeClaim', 'persistentvolumeclaims');
export const ServiceAccountModel = builtIn('ServiceAccount', 'serviceaccounts');
export const DeploymentModel = builtIn('Deployment', 'deployments', { group: 'apps' });
export const JobModel = builtIn('Job', 'jobs', { group: 'batch' });
export const NetworkPolicyModel = builtIn('NetworkPolicy', 'networkpolicies', { group: 'networking.k8s.io' });
export const IngressModel = builtIn('Ingress', 'ingresses', { group: 'networking.k8s.io' });
export const RouteModel = builtIn('Route', 'routes', { group: 'route.openshift.io', abbr: 'RT' });
export const StorageClassModel = builtIn('StorageClass', 'storageclasses', { group: 'storage.k8s.io', cluster: true });
