import { lazy, Suspense } from 'react';
import { Content, Form, FormGroup, Radio } from '@patternfly/react-core';
import { joinedService } from '../domain/draft';
import { EXPOSED_TYPES, type ExposedType } from '../domain/serviceOptions';
import { needsReplacement } from '../domain/serviceChange';
import { Loading } from '../ui/Loading';
import { Notice } from '../ui/Notice';
import { useText, type Text } from '../ui/useText';
import type { StepProps } from './stepProps';

// most people stay with the default, which needs none of these fields
const ReachOptions = lazy(() => import('./ReachOptions'));

const typeText = (t: Text, type: ExposedType): { label: string; description: string } => {
  switch (type) {
    case 'ClusterIP':
      return {
        label: t('Inside this cluster (ClusterIP)'),
        description: t('Pods and virtual machines of this cluster reach it by one address and one DNS name that stay the same when the VM restarts or migrates.'),
      };
    case 'NodePort':
      return { label: t('From outside, by a port of every node (NodePort)'), description: t('Whoever reaches a node of the cluster reaches it by the address of the node and one port.') };
    case 'LoadBalancer':
      return { label: t('From outside, by an address of its own (LoadBalancer)'), description: t('A load balancer outside the cluster gives it an address. The cluster needs a provider for that.') };
    case 'Route':
      return {
        label: t('From outside, by a host name for HTTP and TLS (ClusterIP and Route)'),
        description: t('The router of OpenShift leads from a host name to the Service. It passes on HTTP, and TLS that names its host.'),
      };
    case 'Headless':
      return {
        label: t('Each virtual machine under its own name (headless)'),
        description: t('The Service has no address: DNS leads straight to the virtual machines, and to each under its own name. That takes a restart.'),
      };
    case 'ExternalName':
      return { label: t('Alias to an outside name (ExternalName)'), description: t('DNS leads from the name of the Service to another one. It does not select the virtual machine.') };
  }
};

/** Why a type cannot be chosen; undefined when it can. */
function refusalText(t: Text, type: ExposedType, { rights, hasRouteApi }: StepProps): string | undefined {
  if (type !== 'Route') return undefined;
  if (!hasRouteApi) return t('This cluster has no Routes.');
  return rights.createRoute ? undefined : t('You may not create Routes in this project.');
}

/** Step 2: who is to reach the VM, which decides the Service's type. */
export const ReachStep = (props: StepProps) => {
  const t = useText();
  const { draft, dispatch, services } = props;
  const found = joinedService(draft, services);
  const types = EXPOSED_TYPES.filter((type) => !found || type !== 'ExternalName');
  return (
    <Form onSubmit={(event) => event.preventDefault()}>
      {found && (
        <Content component="p">
          {t('The Service {{name}} is there already: whoever reaches it now will reach the virtual machine too. What you choose here changes it for everybody.', { name: draft.serviceName })}
        </Content>
      )}
      {found && needsReplacement(draft, found) && (
        <Notice
          variant="warning"
          title={t('The API lets nobody change the Service {{name}} like this. It will be deleted and made anew, with another cluster IP.', { name: draft.serviceName })}
        />
      )}
      <FormGroup role="radiogroup" isStack fieldId="reach" label={t('Who should reach it?')}>
        {types.map((type) => {
          const { label, description } = typeText(t, type);
          const refusal = refusalText(t, type, props);
          return (
            <Radio
              key={type}
              id={`reach-${type}`}
              name="reach"
              label={label}
              description={refusal ?? description}
              isDisabled={refusal !== undefined && draft.type !== type}
              isChecked={draft.type === type}
              onChange={() => dispatch({ type: 'service-type', serviceType: type })}
            />
          );
        })}
      </FormGroup>
      <Suspense fallback={<Loading />}>
        <ReachOptions {...props} />
      </Suspense>
    </Form>
  );
};
