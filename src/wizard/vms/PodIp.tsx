import { Tooltip } from '@patternfly/react-core';
import { rangeOf, type AddressRange } from '../../domain/network/cidr';
import { addressesOf } from '../../domain/k8s/endpoints';
import type { SeenVm } from '../../domain/k8s/seen';
import { useText } from '../../ui/useText';

/** The addresses of a VM's pod; a tooltip tells the range of the pod network that they are from, where it is known. */
export const PodIp = ({ vm, ranges }: { readonly vm: SeenVm; readonly ranges: readonly AddressRange[] }) => {
  const t = useText();
  const ips = [...addressesOf(vm)];
  if (ips.length === 0) return <>{vm.arePodsUnknown ? t('Pod IP: Not available') : t('Pod IP: None')}</>;
  const addresses = ips.join(', ');
  const found = ips.flatMap((ip) => rangeOf(ip, ranges) ?? []).filter(({ use }) => use === 'pod');
  if (found.length === 0) return <span>{t('Pod IP: {{addresses}}', { addresses })}</span>;
  return (
    <Tooltip content={[...new Set(found.map(({ cidr }) => cidr))].join(', ')}>
      <span>{t('Pod IP: {{addresses}} (pod network)', { addresses })}</span>
    </Tooltip>
  );
};
