import { useState } from 'react';
import { Content, ExpandableSection } from '@patternfly/react-core';
import { isJoining } from '../domain/draft';
import { hasNodePorts, IP_FAMILIES, IP_FAMILY_POLICIES, TRAFFIC_POLICIES, type ServiceOptions } from '../domain/serviceOptions';
import { externalIpPolicyText } from '../ui/clusterNetworkText';
import { useText } from '../ui/useText';
import { OptionChoice, OptionField, OptionSwitch } from './optionFields';
import type { StepProps } from './stepProps';

const ADVANCED: ReadonlySet<keyof ServiceOptions> = new Set(['clusterIP', 'externalIPs', 'stickySeconds']);

/** What few people need; opens by itself where something in it has to be mended. */
export const AdvancedOptions = (props: StepProps) => {
  const t = useText();
  const [isOpened, setOpened] = useState(false);
  const hasProblem = props.problems.some(({ field }) => field.at === 'option' && ADVANCED.has(field.name));
  return (
    <ExpandableSection toggleText={t('Advanced')} isIndented isExpanded={isOpened || hasProblem} onToggle={(_event, isExpanded) => setOpened(isExpanded)}>
      <div className="pf-v6-c-form">
        <AdvancedFields {...props} />
      </div>
    </ExpandableSection>
  );
};

const AdvancedFields = (props: StepProps) => {
  const t = useText();
  const { draft, ranges } = props;
  const isHeadless = draft.type === 'Headless';
  const byCluster = t('As the cluster does by default');
  return (
    <>
      {!isHeadless && <OptionField {...props} name="clusterIP" label={t('Fixed cluster IP')} hint={t('Empty for a free one.')} />}
      <OptionChoice {...props} name="ipFamilyPolicy" label={t('IP family policy')} choices={[['', byCluster], ...IP_FAMILY_POLICIES.map((policy) => [policy, policy] as const)]} />
      <OptionChoice {...props} name="ipFamilies" label={t('IP families')} choices={[['', byCluster], ...IP_FAMILIES.map((families) => [families.join(), families.join(', ')] as const)]} />
      {!isHeadless && (
        <>
          <OptionField {...props} name="externalIPs" label={t('External IPs')} hint={t('Addresses that lead to nodes of the cluster. Several are separated by commas.')} />
          {ranges.network && <Content component="small">{externalIpPolicyText(t, ranges.network.externalIpPolicy)}</Content>}
          <OptionSwitch {...props} name="isSticky" label={t('Keep a client at one virtual machine (session affinity)')} />
          {draft.options.isSticky && <OptionField {...props} name="stickySeconds" label={t('For how many seconds')} hint={t('Empty for three hours.')} />}
          <OptionChoice
            {...props}
            name="internalTrafficPolicy"
            label={t('Traffic from inside the cluster')}
            choices={[['', byCluster], ...TRAFFIC_POLICIES.map((policy) => [policy, policy] as const)]}
          />
        </>
      )}
      {hasNodePorts(draft.type) && (
        <OptionChoice
          {...props}
          name="externalTrafficPolicy"
          label={t('Traffic from outside')}
          hint={t('With Local only the node on which the virtual machine runs answers, and the address of the client stays.')}
          choices={[['', byCluster], ...TRAFFIC_POLICIES.map((policy) => [policy, policy] as const)]}
        />
      )}
      <OptionSwitch {...props} name="publishNotReady" label={t('Lead to virtual machines that are not ready, too')} hint={t('Connections may then fail, but names and addresses are there from the start.')} />
      {draft.vmNames.length === 1 && !isJoining(draft) && (
        <OptionSwitch {...props} name="isOwned" label={t('Delete it together with the virtual machine')} hint={t('By an owner reference to the virtual machine.')} />
      )}
    </>
  );
};
