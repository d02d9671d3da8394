import { Content, Form, FormGroup, Radio } from '@patternfly/react-core';
import { EXPOSED_TYPES, joinedService, type ExposedType } from '../domain/draft';
import { useText, type Text } from '../ui/useText';
import type { StepProps } from './stepProps';

const typeText = (t: Text, type: ExposedType): { label: string; description: string } => {
  switch (type) {
    case 'ClusterIP':
      return {
        label: t('Inside this cluster (ClusterIP)'),
        description: t('Pods and virtual machines of this cluster reach it by one address and one DNS name that stay the same when the VM restarts or migrates.'),
      };
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
