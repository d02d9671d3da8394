import { Content } from '@patternfly/react-core';
import { servedLoadBalancer } from '../domain/loadBalancerProvider';
import { useText } from '../ui/useText';
import { OptionField } from './optionFields';
import type { StepProps } from './stepProps';

/** What a load balancer's provider is told, and whether one was seen. */
export const LoadBalancerFields = (props: StepProps) => {
  const t = useText();
  const served = servedLoadBalancer(props.services);
  return (
    <>
      <Content component="p">
        {served
          ? t('A load balancer has given an address to the Service {{name}} of this project, so the cluster has a provider.', { name: served.name })
          : t('No Service of this project has an address of a load balancer yet. Without a provider in the cluster this one will wait for its address.')}
      </Content>
      <OptionField
        {...props}
        name="loadBalancerClass"
        label={t('Load balancer class')}
        hint={served?.loadBalancerClass ? t('Empty for the default one. In use here: {{name}}.', { name: served.loadBalancerClass }) : t('Empty for the default one.')}
      />
      <OptionField {...props} name="loadBalancerIP" label={t('Wanted address')} hint={t('Many providers want an annotation for that instead.')} />
      <OptionField {...props} name="sourceRanges" label={t('Allowed source ranges')} hint={t('Empty for everybody. Several are separated by commas.')} />
      <OptionField {...props} name="annotations" isLong label={t('Annotations')} hint={t('What the provider goes by, as key=value, one a line.')} />
    </>
  );
};
