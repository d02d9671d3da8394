import { useMemo } from 'react';
import type { Action } from '@openshift-console/dynamic-plugin-sdk';
import { nameOf, type Service } from '../domain/k8s/objects';
import { serviceVmsPath } from '../ui/paths';
import { useText } from '../ui/useText';

/** The action of a Service's menu that opens its tab Virtual machines; the console calls this as a hook. */
const useWhyReachAction = (service: Service): [actions: Action[], loaded: boolean, error: undefined] => {
  const t = useText();
  const href = serviceVmsPath(service?.metadata?.namespace ?? '', service ? nameOf(service) : '');
  // a new array on every render would make the console's menu render endlessly
  const actions = useMemo(
    () => [{ id: 'expose-vm-why-reach', label: t('Why does it (not) reach the VM?'), cta: { href } }],
    [t, href],
  );
  return [actions, true, undefined];
};

export default useWhyReachAction;
