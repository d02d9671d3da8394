import { useMemo } from 'react';
import type { UncheckedObject } from '../domain/network/clusterNetwork';
import { CodeWithCopy } from '../ui/CodeWithCopy';
import { toKubernetesYaml } from '../ui/kubernetesYaml';
import { useText } from '../ui/useText';

const isShown = (key: string): boolean => key !== 'managedFields';

/** The Network object as `oc get -o yaml` shows it, without managedFields. */
function yamlOf(object: UncheckedObject): string {
  const metadata = Object.fromEntries(Object.entries(object.metadata ?? {}).filter(([key]) => isShown(key)));
  return toKubernetesYaml('metadata' in object ? { ...object, metadata } : object);
}

/** The Network object as YAML; a file of its own, because it loads the YAML library. */
const NetworkYaml = ({ object }: { readonly object: UncheckedObject }) => {
  const t = useText();
  const yaml = useMemo(() => yamlOf(object), [object]);
  return <CodeWithCopy label={t('Copy the YAML')} code={yaml} />;
};

export default NetworkYaml;
