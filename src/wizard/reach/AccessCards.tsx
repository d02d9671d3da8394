import { useState } from 'react';
import { Content, ExpandableSection, Gallery, Title } from '@patternfly/react-core';
import { typeRefusal } from '../../domain/draft/typeRefusal';
import { TYPES, typesFor, type ExposedType, type TypeTraits } from '../../domain/k8s/exposedTypes';
import { loadBalancerEvidence } from '../../domain/service/loadBalancerProvider';
import { useElementId } from '../../host/useElementId';
import { providerText, typeRefusalText } from '../../ui/text/typeText';
import { useText } from '../../ui/useText';
import type { StepProps } from '../draft/stepProps';
import { AccessCard } from './AccessCard';

/** The types of access as cards of one radio group, by where the clients are; an alias, which reaches no VM, apart. */
export const AccessCards = (props: StepProps) => {
  const t = useText();
  const id = useElementId();
  const { draft, dispatch, cluster, services, servicesFailure, isForEach = false } = props;
  const ranges = cluster.serviceRanges.map(({ cidr }) => cidr).join(', ');
  const noteOf = (type: ExposedType): { note?: string } => {
    const { hasLoadBalancer, hasClusterIp, clients } = TYPES[type];
    if (hasLoadBalancer)
      return { note: providerText(t, loadBalancerEvidence(services, servicesFailure !== undefined)) };
    return clients === 'inside' && hasClusterIp && ranges !== ''
      ? { note: t('IP address from {{ranges}}', { ranges }) }
      : {};
  };
  const [isOtherShown, setOtherShown] = useState(!TYPES[draft.type].selectsPods);
  const cards = (clients: TypeTraits['clients']) => (
    <Gallery hasGutter minWidths={{ default: '220px' }}>
      {typesFor(clients).map((type) => {
        const refusal = typeRefusal(type, props);
        return (
          <AccessCard
            key={type}
            id={`reach-${type}`}
            type={type}
            {...noteOf(type)}
            {...(refusal ? { refusal: typeRefusalText(t, refusal) } : {})}
            isSelected={draft.type === type}
            onSelect={() => dispatch({ type: 'service-type', serviceType: type })}
          />
        );
      })}
    </Gallery>
  );
  return (
    <div role="radiogroup" aria-labelledby={id}>
      <Title headingLevel="h3" size="md" id={id}>
        {t('Who can connect?')}
      </Title>
      <Content component="p" className="pf-v6-u-mt-md">
        {t('Clients inside the cluster')}
      </Content>
      {cards('inside')}
      <Content component="p" className="pf-v6-u-mt-md">
        {t('Clients outside the cluster')}
      </Content>
      {cards('outside')}
      {!isForEach && (
        <ExpandableSection
          className="pf-v6-u-mt-md"
          toggleText={t('Other')}
          isExpanded={isOtherShown}
          onToggle={(_event, willExpand) => setOtherShown(willExpand)}
        >
          {isOtherShown && cards('none')}
        </ExpandableSection>
      )}
    </div>
  );
};
