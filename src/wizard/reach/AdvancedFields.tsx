import { Checkbox, FormGroup } from '@patternfly/react-core';
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
  const { draft, resolved, dispatch, cluster, problems } = props;
  const problemOf = useProblemOf(problems);
  const { type, options } = draft;
  const change = (part: Partial<ServiceOptions>) => dispatch({ type: 'option', change: part });
  const hasAddress = TYPES[type].hasClusterIp;
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
      options={[['', t('As the cluster chooses')] as const, ...values.map((value) => [value, value] as const)]}
      {...(hint === undefined ? {} : { hint })}
      {...problemOf((field) => field.at === 'option' && field.name === name)}
    />
  );
  return (
    <FormGroup role="group" isStack fieldId="advanced" label={t('Advanced settings of the Service')}>
      {hasAddress && (
        <OptionField
          {...props}
          name="clusterIP"
          label={t('Fixed cluster IP')}
          hint={t('A free address Service network. Left empty, the cluster chooses one.')}
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
          label={t('External IPs')}
          hint={
            policy
              ? externalIpPolicyText(t, policy)
              : t(
                  'Addresses that lead to the nodes of the cluster. OpenShift refuses those that its policy does not allow.',
                )
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
          label={t('For how many seconds')}
          hint={t('Left empty, three hours (10800).')}
        />
      )}
      {TYPES[type].hasNodePorts &&
        select(
          'externalTrafficPolicy',
          t('External traffic policy'),
          TRAFFIC_POLICIES,
          t("Local: only nodes that run such a virtual machine answer, and it sees the client's own address."),
        )}
      {hasAddress &&
        select(
          'internalTrafficPolicy',
          t('Internal traffic policy'),
          TRAFFIC_POLICIES,
          t('Local: clients reach only virtual machines on their own node.'),
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
          label={t('Delete the Service together with the virtual machine (owner)')}
          isChecked={options.isOwned}
          onChange={(_event, isOwned) => change({ isOwned })}
        />
      )}
    </FormGroup>
  );
};

export default AdvancedFields;
