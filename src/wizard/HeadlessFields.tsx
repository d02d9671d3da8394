import { Button, Content } from '@patternfly/react-core';
import { defaultTiming, isJoining } from '../domain/draft';
import { headlessOfSubdomain, subdomainsOf } from '../domain/headlessService';
import { nameOf } from '../domain/objects';
import { canLabelLive } from '../domain/rights';
import { Notice } from '../ui/Notice';
import { problemText } from '../ui/problemText';
import { TextField } from '../ui/TextField';
import { useText } from '../ui/useText';
import type { StepProps } from './stepProps';

/** What a headless Service asks of the VMs: their subdomain is its name. */
export const HeadlessFields = ({ draft, problems, dispatch, vms, services, rights }: StepProps) => {
  const t = useText();
  const { serviceName } = draft;
  const others = subdomainsOf(vms).filter((subdomain) => subdomain !== serviceName);
  const there = headlessOfSubdomain(vms, services);
  const problem = problems.find(({ field }) => field.at === 'hostname');
  return (
    <>
      <Content component="p">
        {t('Each virtual machine gets the name hostname.{{service}}, for which spec.template.spec.subdomain becomes {{service}}. That takes effect when it is started anew. Clients use the target port: nothing in between translates it.', { service: serviceName })}
      </Content>
      {there && nameOf(there) !== serviceName && !isJoining(draft) && (
        <Notice variant="info" title={t('The headless Service {{name}} is there already and gives names to virtual machines with its subdomain.', { name: nameOf(there) })}>
          <Button variant="link" isInline onClick={() => dispatch({ type: 'join', service: there, timing: defaultTiming(canLabelLive(rights, vms)) })}>
            {t('Use {{name}}', { name: nameOf(there) })}
          </Button>
        </Notice>
      )}
      {others.length > 0 && (
        <Notice variant="warning" title={t('The subdomain is {{subdomain}} now. A virtual machine has one only, so its name under that one goes.', { subdomain: others.join(', ') })} />
      )}
      {vms.length === 1 && (
        <TextField
          id="hostname"
          label={t('Hostname')}
          value={draft.hostname}
          onChange={(hostname) => dispatch({ type: 'hostname', hostname })}
          hint={t('Empty for the one that it has: the name of the virtual machine up to the first dot, unless its template says another.')}
          {...(problem ? { problem: problemText(t, problem.code) } : {})}
        />
      )}
    </>
  );
};
