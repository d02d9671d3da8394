import { Button, Flex, FlexItem, Icon, Popover, Truncate } from '@patternfly/react-core';
import { ExclamationTriangleIcon } from '@patternfly/react-icons';
import { obstaclesOf } from '../../domain/exposure/obstacles';
import { nameOf } from '../../domain/k8s/objects';
import { liveVmi, type SeenVm } from '../../domain/k8s/seen';
import type { AddressRange } from '../../domain/network/cidr';
import { useText, type Text } from '../../ui/useText';
import { PodIp } from './PodIp';
import { VmDetails } from './VmDetails';
import { VmStatus } from './VmStatus';

export interface VmStripProps {
  readonly vms: readonly SeenVm[];
  /** the cluster's address ranges, as far as they are known */
  readonly ranges: readonly AddressRange[];
  /** false while a run goes on, which causes some of the obstacles itself */
  readonly showsObstacles: boolean;
}

/** One line about the VMs that are being exposed: status, address and node of one, the names of several. */
export const VmStrip = (props: VmStripProps) => {
  const [vm, ...others] = props.vms;
  if (!vm) return null;
  return (
    <Flex columnGap={{ default: 'columnGapMd' }} rowGap={{ default: 'rowGapNone' }}>
      {others.length === 0 ? <OneVm vm={vm} ranges={props.ranges} /> : <SeveralVms {...props} />}
      {props.showsObstacles && <Attention {...props} />}
    </Flex>
  );
};

const OneVm = ({ vm, ranges }: Pick<VmStripProps, 'ranges'> & { readonly vm: SeenVm }) => {
  const t = useText();
  const node = liveVmi(vm)?.status?.nodeName;
  return (
    <>
      <VmStatus vm={vm} />
      <FlexItem>
        <PodIp vm={vm} ranges={ranges} />
      </FlexItem>
      {node !== undefined && node !== '' && <FlexItem>{t('Node: {{node}}', { node })}</FlexItem>}
    </>
  );
};

/** How many VMs there are, with the names of the first two. */
function namesText(t: Text, names: readonly string[]): string {
  const [first = '', second = '', ...others] = names;
  return others.length === 0
    ? t('2 virtual machines: {{first}} and {{second}}', { first, second })
    : t('{{total}} virtual machines: {{first}}, {{second}}, and {{count}} more', {
        first,
        second,
        total: names.length,
        count: others.length,
      });
}

const SeveralVms = (props: VmStripProps) => {
  const t = useText();
  return (
    <FlexItem style={{ maxWidth: '100%' }}>
      <Popover
        aria-label={t('Virtual machines')}
        position="bottom-start"
        hasAutoWidth
        maxWidth="36rem"
        bodyContent={<VmDetails {...props} />}
      >
        <Button variant="link" isInline className="pf-v6-u-max-width">
          <Truncate
            content={namesText(
              t,
              props.vms.map(({ vm }) => nameOf(vm)),
            )}
          />
        </Button>
      </Popover>
    </FlexItem>
  );
};

/** How much needs attention, and on request what; nothing when nothing does. */
const Attention = (props: VmStripProps) => {
  const t = useText();
  const obstacles = props.vms.flatMap(obstaclesOf);
  if (obstacles.length === 0) return null;
  return (
    <FlexItem>
      <Popover
        aria-label={t('Needs attention')}
        position="bottom-start"
        hasAutoWidth
        maxWidth="36rem"
        bodyContent={<VmDetails {...props} vms={props.vms.filter((vm) => obstaclesOf(vm).length > 0)} />}
      >
        <Button
          variant="link"
          isInline
          icon={
            <Icon status="warning">
              <ExclamationTriangleIcon />
            </Icon>
          }
        >
          {t('{{count}} needs attention', { count: obstacles.length })}
        </Button>
      </Popover>
    </FlexItem>
  );
};
