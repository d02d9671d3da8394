import { Content, Form, FormGroup, Radio } from '@patternfly/react-core';
import { TYPES, EXPOSED_TYPES } from '../../domain/k8s/exposedTypes';
import { Notice } from '../../ui/Notice';
import { ServiceRangeLine } from '../../ui/ServiceRangeLine';
import { useText } from '../../ui/useText';
import { Advanced } from './Advanced';
import type { StepProps } from '../draft/stepProps';
import { typeRefusal } from '../../domain/draft/typeRefusal';
import { typeRefusalText, typeText } from '../../ui/text/typeText';
import { lazyPart } from '../../ui/loading/lazyPart';

const TypeFields = lazyPart(() => import('./TypeFields'));

/** Step 2: who can connect, which decides the Service's type, and the settings of that type. */
export const ReachStep = (props: StepProps) => {
  const t = useText();
  const { draft, resolved, dispatch, cluster } = props;
  const { selectsPods, hasClusterIp, hasNodePorts, makesRoute } = TYPES[draft.type];
  // a plain ClusterIP Service has no fields of its own, so the chunk is not loaded
  const hasFieldsOfItsOwn = hasNodePorts || makesRoute || !hasClusterIp;
  return (
    <Form onSubmit={(event) => event.preventDefault()}>
      {resolved.existingService && (
        <Content component="p">
          {t(
            'The Service {{name}} is there already. Whoever reaches it now will reach the virtual machine too. What is changed here is changed for all that it reaches.',
            { name: draft.serviceName },
          )}
        </Content>
      )}
      <FormGroup role="radiogroup" isStack fieldId="reach" label={t('Who can connect?')}>
        {EXPOSED_TYPES.map((type) => {
          const refusal = typeRefusal(type, props);
          const { label, description } = typeText(t, type);
          return (
            <Radio
              key={type}
              id={`reach-${type}`}
              name="reach"
              label={label}
              description={refusal ? typeRefusalText(t, refusal) : description}
              isDisabled={refusal !== undefined}
              isChecked={draft.type === type}
              onChange={() => dispatch({ type: 'service-type', serviceType: type })}
            />
          );
        })}
      </FormGroup>
      {hasClusterIp && <ServiceRangeLine ranges={cluster.serviceRanges} />}
      {hasFieldsOfItsOwn && <TypeFields {...props} />}
      {selectsPods && <Advanced {...props} />}
      {resolved.replacesExistingService && (
        <Notice
          variant="warning"
          title={t('The Service {{name}} will be deleted and made anew', { name: draft.serviceName })}
        >
          {t(
            'This change requires a new Service. It is unavailable for a moment and gets a new IP address unless you set one. The DNS name stays the same.',
          )}
        </Notice>
      )}
    </Form>
  );
};
