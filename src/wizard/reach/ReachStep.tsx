import { Content } from '@patternfly/react-core';
import { TYPES } from '../../domain/k8s/exposedTypes';
import { Notice } from '../../ui/Notice';
import { useText } from '../../ui/useText';
import { lazyPart } from '../../ui/loading/lazyPart';
import { StepForm } from '../draft/StepForm';
import type { StepProps } from '../draft/stepProps';
import { Advanced } from './Advanced';
import { AccessCards } from './AccessCards';

const TypeFields = lazyPart(() => import('./TypeFields'));

/** Step 2: who can connect, which decides the Service's type, and the settings of that type. */
export const ReachStep = (props: StepProps) => {
  const t = useText();
  const { draft, resolved } = props;
  const { selectsPods, hasClusterIp, hasNodePorts, makesRoute } = TYPES[draft.type];
  // a plain ClusterIP Service has no fields of its own, so the chunk is not loaded
  const hasFieldsOfItsOwn = hasNodePorts || makesRoute || !hasClusterIp;
  return (
    <StepForm title={t('Access')} refusals={props.refusals}>
      {resolved.existingService && (
        <Content component="p">
          {t('Service {{name}} exists. Changes here apply to all VMs that it reaches.', { name: draft.serviceName })}
        </Content>
      )}
      <AccessCards {...props} />
      {hasFieldsOfItsOwn && <TypeFields {...props} />}
      {selectsPods && <Advanced {...props} />}
      {resolved.replacesExistingService && (
        <Notice
          variant="warning"
          title={t('Service {{name}} will be deleted and created again', { name: draft.serviceName })}
        >
          {t(
            'This change requires a new Service. It is unavailable for a moment and gets a new IP address unless you set one. The DNS name stays the same.',
          )}
        </Notice>
      )}
    </StepForm>
  );
};
