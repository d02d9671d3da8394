import { addressesOf } from '../domain/endpoints';
import type { SeenVm } from '../domain/seen';
import { useText } from '../ui/useText';

/** A VM's addresses as they are now. */
export const Addresses = ({ vm }: { vm: SeenVm }) => {
  const t = useText();
  const addresses = [...addressesOf(vm)];
  if (addresses.length > 0) return <>{addresses.join(', ')}</>;
  return <>{vm.arePodsUnknown ? t('unknown') : t('none')}</>;
};
