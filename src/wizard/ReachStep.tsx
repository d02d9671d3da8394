import { Content, Form, FormGroup, Radio } from '@patternfly/react-core';
import { joinedService } from '../domain/draft';
import { EXPOSED_TYPES, type ExposedType } from '../domain/serviceOptions';
import { useText, type Text } from '../ui/useText';
import type { StepProps } from './stepProps';

const typeText = (t: Text, type: ExposedType): { label: string; description: string } => {
  switch (type) {
    case 'ClusterIP':
      return {
        label: t('Inside this cluster (ClusterIP)'),
        description: t('Pods and virtual machines of this cluster reach it by one address and one DNS name that stay the same when the VM restarts or migrates.'),
      };
    case 'NodePort':
      return { label: t('From outside, by a port of every node (NodePort)'), description: t('Whoever reaches a node of the cluster reaches it by the node\'s address and one port.') };
    case 'LoadBalancer':
      return { label: t('From outside, by an address of its own (LoadBalancer)'), description: t('A load balancer outside the cluster gives it an address. The cluster needs a provider for that.') };
    case 'Route':
      return { label: t('From outside, by a host name for HTTP and TLS (ClusterIP and Route)'), description: t('OpenShift\'s router leads from the host name to the Service. It passes on HTTP, and TLS that names its host.') };
    case 'Headless':
      return { label: t('Each virtual machine under its own name (headless)'), description: t('The Service has no address of its own: DNS leads straight to the virtual machines, to each under its own name.') };
    case 'ExternalName':
      return { label: t('Alias to an outside name (ExternalName)'), description: t('DNS leads from the Service\'s name to another one. It selects no virtual machine.') };
  }
};

/** Step 2: who is to reach the VM, which decides the Service's type. */
export const ReachStep = ({ draft, dispatch, services }: StepProps) => {
  const t = useText();
  const found = joinedService(draft, services);
  if (found) {
    return (
      <Content component="p">
        {t('The Service {{name}} is there already. Its type stays {{type}}, and whoever reaches it now will reach the virtual machine too.', { name: draft.serviceName, type: found.spec?.type ?? 'ClusterIP' })}
      </Content>
    );
  }
  return (
    <Form onSubmit={(event) => event.preventDefault()}>
      <FormGroup role="radiogroup" isStack fieldId="reach" label={t('Who should reach it?')}>
        {EXPOSED_TYPES.map((type) => (
          <Radio
            key={type}
            id={`reach-${type}`}
            name="reach"
            {...typeText(t, type)}
            isChecked={draft.type === type}
            onChange={() => dispatch({ type: 'service-type', serviceType: type })}
          />
        ))}
      </FormGroup>
    </Form>
  );
};
