import type { AddressRange } from '../../domain/network/cidr';
import { addressesOf } from '../../domain/k8s/endpoints';
import type { SeenVm } from '../../domain/k8s/seen';
import { RangeNotes } from '../../ui/RangeNotes';
import { useText } from '../../ui/useText';

/** A VM's current addresses, each with the cluster's range that contains it, when the ranges are known. */
export const Addresses = ({ vm, ranges }: { readonly vm: SeenVm; readonly ranges: readonly AddressRange[] }) => {
  const t = useText();
  const addresses = [...addressesOf(vm)];
  if (addresses.length === 0) return <>{vm.arePodsUnknown ? t('unknown') : t('none')}</>;
  return (
    <>
      {addresses.join(', ')} <RangeNotes ips={addresses} ranges={ranges} />
    </>
  );
};
