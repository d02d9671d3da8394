import { Checkbox } from '@patternfly/react-core';
import { TYPES } from '../../domain/k8s/exposedTypes';
import {
  IP_FAMILIES,
  IP_FAMILY_POLICIES,
  TRAFFIC_POLICIES,
  type ServiceOptions,
} from '../../domain/service/serviceOptions';
import { externalIpPolicyText } from '../../ui/text/clusterNetworkText';
import { SelectField } from '../../ui/SelectField';
import { useText } from '../../ui/useText';
import { OptionField, useProblemOf } from '../draft/OptionField';
import type { StepProps } from '../draft/stepProps';

/** The rarely used options. */
const AdvancedFields = (props: StepProps) => {
  const t = useText();
  const { draft, resolved, dispatch, cluster, problems, tellsAll, isForEach = false } = props;
  const problemOf = useProblemOf({ problems, tellsAll });
  const { type, options } = draft;
  const change = (part: Partial<ServiceOptions>) => dispatch({ type: 'option', change: part });
  const hasAddress = TYPES[type].hasClusterIp;
  const ranges = cluster.serviceRanges.map(({ cidr }) => cidr).join(', ');
  const policy = cluster.network?.externalIpPolicy;
  const select = (
    name: 'ipFamilies' | 'ipFamilyPolicy' | 'externalTrafficPolicy' | 'internalTrafficPolicy',
    label: string,
    values: readonly string[],
    hint?: string,
  ) => (
    <SelectField
      id={`option-${name}`}
      label={label}
      value={options[name]}
      onChange={(value) => change({ [name]: value })}
      options={[['', t('Cluster default')] as const, ...values.map((value) => [value, value] as const)]}
      {...(hint === undefined ? {} : { hint })}
      {...problemOf((field) => field.at === 'option' && field.name === name)}
    />
  );
  return (
    <>
      {hasAddress && !isForEach && (
        <OptionField
          {...props}
          name="clusterIP"
          label={t('Fixed cluster IP')}
          hint={
            ranges === ''
              ? t('Enter a free address of the Service network. Leave blank to assign one.')
              : t('Enter a free address of the Service network ({{ranges}}). Leave blank to assign one.', { ranges })
          }
        />
      )}
      {select(
        'ipFamilies',
        t('IP families'),
        IP_FAMILIES.map((families) => families.join(',')),
      )}
      {select('ipFamilyPolicy', t('IP family policy'), IP_FAMILY_POLICIES)}
      {hasAddress && (
        <OptionField
          {...props}
          name="externalIPs"
          isDisabled={policy?.code === 'none' && options.externalIPs === ''}
          label={t('External IPs')}
          hint={
            policy
              ? externalIpPolicyText(t, policy)
              : t('Addresses that are routed to the nodes of the cluster. The cluster policy can reject them.')
          }
        />
      )}
      {hasAddress && (
        <Checkbox
          id="option-isSticky"
          label={t('Send each client to the same VM (session affinity)')}
          isChecked={options.isSticky}
          onChange={(_event, isSticky) => change({ isSticky })}
        />
      )}
      {hasAddress && options.isSticky && (
        <OptionField
          {...props}
          name="stickySeconds"
          label={t('Timeout in seconds')}
          hint={t('Leave blank to use 10800 seconds (3 hours).')}
        />
      )}
      {TYPES[type].hasNodePorts &&
        select(
          'externalTrafficPolicy',
          t('External traffic policy'),
          TRAFFIC_POLICIES,
          t('Local: only nodes that run one of the VMs accept traffic, and the VM sees the client address.'),
        )}
      {hasAddress &&
        select(
          'internalTrafficPolicy',
          t('Internal traffic policy'),
          TRAFFIC_POLICIES,
          t('Local: clients reach only VMs on their own node.'),
        )}
      <Checkbox
        id="option-publishNotReady"
        label={t('Send traffic to VMs that are not ready (publishNotReadyAddresses)')}
        isChecked={options.publishNotReady}
        onChange={(_event, publishNotReady) => change({ publishNotReady })}
      />
      {draft.vmNames.length === 1 && !resolved.usesExistingService && (
        <Checkbox
          id="option-isOwned"
          label={t('Delete the Service when the VM is deleted (owner reference)')}
          isChecked={options.isOwned}
          onChange={(_event, isOwned) => change({ isOwned })}
        />
      )}
    </>
  );
};

export default AdvancedFields;
