import { Content } from '@patternfly/react-core';
import { provenLoadBalancer } from '../../domain/service/loadBalancerProvider';
import { nameOf } from '../../domain/k8s/objects';
import { unreadText } from '../../ui/text/unreadText';
import { useText } from '../../ui/useText';
import { OptionField } from '../draft/OptionField';
import type { StepProps } from '../draft/stepProps';

/** The settings of a load balancer, and whether the cluster seems to have a provider for it. */
export const LoadBalancerFields = (props: StepProps) => {
  const t = useText();
  const proven = provenLoadBalancer(props.services);
  return (
    <>
      <Content component="p">
        {proven
          ? t('This cluster gives addresses to load balancers: the Service {{name}} has one.', { name: nameOf(proven) })
          : props.servicesFailure
            ? t('Not checked: whether this cluster has a load balancer provider. {{why}}', {
                why: unreadText(t, 'Services', props.servicesFailure),
              })
            : t(
                'No load balancer of this project has an address, so nothing shows that this cluster has a provider. Without one the Service waits for its address.',
              )}
      </Content>
      <OptionField
        {...props}
        name="loadBalancerClass"
        label={t('Load balancer class')}
        hint={t("Which provider is meant, where there are several. Left empty, the cluster's own.")}
      />
      <OptionField
        {...props}
        name="loadBalancerIP"
        label={t('Load balancer address')}
        hint={t(
          'Asks for a certain address. Kubernetes calls the field deprecated, and some providers want an annotation instead.',
        )}
      />
      <OptionField
        {...props}
        name="sourceRanges"
        label={t('Source ranges')}
        hint={t(
          'Allowed client ranges, for example 192.0.2.0/24. Leave blank to allow all clients. Some providers ignore this setting.',
        )}
      />
      <OptionField
        {...props}
        name="annotations"
        label={t('Annotations')}
        isLong
        hint={t('What the provider reads, as key=value, one a line.')}
      />
    </>
  );
};
