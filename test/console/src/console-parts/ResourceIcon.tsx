import type { K8sGroupVersionKind } from '@openshift-console/dynamic-plugin-sdk';
import { useK8sModel } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/hooks/useK8sModel';
import { abbreviationOf } from '../kubernetes/modelNames';

interface ResourceIconProps {
  kind?: string;
  groupVersionKind?: K8sGroupVersionKind;
  className?: string;
}

/** The round badge with a kind's letters. */
export function ResourceIcon({ kind = '', groupVersionKind, className = '' }: ResourceIconProps): JSX.Element {
  const [model] = useK8sModel(groupVersionKind ?? kind);
  const name = model?.kind ?? groupVersionKind?.kind ?? kind.split('~').at(-1) ?? '';
  return (
    <span className={`co-m-resource-icon standin-kind-${name.toLowerCase()} ${className}`} title={name}>
      {model?.abbr ?? abbreviationOf(name)}
    </span>
  );
}
