import { Flex, Icon } from '@patternfly/react-core';
import {
  ExclamationCircleIcon,
  InProgressIcon,
  OffIcon,
  OnRunningIcon,
  PauseCircleIcon,
  UnknownIcon,
} from '@patternfly/react-icons';
import { vmStatusKind, type VmStatusKind } from '../../domain/kubevirt/vmStatus';
import type { SeenVm } from '../../domain/k8s/seen';
import { useText } from '../../ui/useText';

const ICONS: Readonly<Record<VmStatusKind, JSX.Element>> = {
  running: (
    <Icon status="success">
      <OnRunningIcon />
    </Icon>
  ),
  paused: (
    <Icon status="warning">
      <PauseCircleIcon />
    </Icon>
  ),
  failed: (
    <Icon status="danger">
      <ExclamationCircleIcon />
    </Icon>
  ),
  stopped: (
    <Icon>
      <OffIcon />
    </Icon>
  ),
  changing: (
    <Icon>
      <InProgressIcon />
    </Icon>
  ),
  unknown: (
    <Icon>
      <UnknownIcon />
    </Icon>
  ),
};

/** The status of a VM as its own page tells it, with an icon. */
export const VmStatus = ({ vm: { vm } }: { readonly vm: SeenVm }) => {
  const t = useText();
  return (
    <Flex
      display={{ default: 'inlineFlex' }}
      alignItems={{ default: 'alignItemsCenter' }}
      columnGap={{ default: 'columnGapXs' }}
      flexWrap={{ default: 'nowrap' }}
    >
      {ICONS[vmStatusKind(vm)]}
      <span>{vm.status?.printableStatus ?? t('Unknown status')}</span>
    </Flex>
  );
};
