import { Button, Content } from '@patternfly/react-core';
import { defaultTiming } from '../../domain/draft/draft';
import { hostnameOf, nameOf } from '../../domain/k8s/objects';
import { canLabelLive, rightsToPlan } from '../../domain/steps/rights';
import { needsSubdomain, otherSubdomains, serviceOfSubdomain } from '../../domain/draft/specTiming';
import { FirstFew } from '../../ui/FirstFew';
import { Notice } from '../../ui/Notice';
import { TextField } from '../../ui/TextField';
import { useText } from '../../ui/useText';
import { useProblemOf } from '../draft/OptionField';
import type { StepProps } from '../draft/stepProps';

/** The DNS names that a headless Service gives to its VMs, and what they require. */
export const HeadlessFields = ({
  draft,
  resolved,
  problems,
  tellsAll,
  dispatch,
  onBeforeSwitch,
  vms,
  services,
  rights,
  isRequest,
  isForEach = false,
}: StepProps) => {
  const t = useText();
  const problemOf = useProblemOf({ problems, tellsAll });
  const [first, ...others] = vms;
  const changed = otherSubdomains(draft.serviceName, vms);
  const there = serviceOfSubdomain(resolved, services);
  const use = () => {
    onBeforeSwitch(draft);
    dispatch({
      type: 'join',
      service: there,
      timing: defaultTiming(canLabelLive(rightsToPlan(rights, isRequest), vms)),
    });
  };
  return (
    <>
      <Content component="p">
        {needsSubdomain(resolved)
          ? t('Sets the subdomain of the VM template to {{name}}, the name of the Service. Requires a restart.', {
              name: draft.serviceName,
            })
          : t('The subdomain of the VM template is already {{name}}, the name of the Service.', {
              name: draft.serviceName,
            })}
      </Content>
      {first && others.length === 0 && (
        <TextField
          id="hostname"
          label={t('Hostname')}
          value={draft.hostname}
          onChange={(hostname) => dispatch({ type: 'hostname', hostname })}
          hint={t('The first part of the DNS name. Leave blank to keep {{hostname}}.', {
            hostname: hostnameOf(first.vm),
          })}
          {...problemOf(({ at }) => at === 'hostname')}
        />
      )}
      {changed.length > 0 && (
        <Notice
          variant="warning"
          title={t('The subdomain is replaced. DNS names below the old subdomain stop working.')}
        >
          <FirstFew items={changed.map(({ name, subdomain }) => `${name}: ${subdomain}`)} />
        </Notice>
      )}
      {there && !isForEach && (
        <Notice
          variant="info"
          title={t('Headless Service {{name}} already provides DNS names below this subdomain', {
            name: nameOf(there),
          })}
        >
          <Button variant="link" isInline onClick={use}>
            {t('Use Service {{name}}', { name: nameOf(there) })}
          </Button>
        </Notice>
      )}
    </>
  );
};
