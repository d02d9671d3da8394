import type { ServiceOptions } from '../../domain/service/serviceOptions';
import { useText } from '../../ui/useText';
import { OptionField } from '../draft/OptionField';
import type { StepProps } from '../draft/stepProps';
import { FoldedOptions } from './FoldedOptions';
import { NodePortFields } from './NodePortFields';

const OPTIONS_HERE: ReadonlySet<keyof ServiceOptions> = new Set([
  'loadBalancerClass',
  'loadBalancerIP',
  'sourceRanges',
  'annotations',
]);

/** The settings of a load balancer, of which most need none. */
export const LoadBalancerFields = (props: StepProps) => {
  const t = useText();
  const hasProblem = props.problems.some(
    ({ field }) =>
      (field.at === 'option' && OPTIONS_HERE.has(field.name)) || (field.at === 'port' && field.field === 'nodePort'),
  );
  return (
    <FoldedOptions title={t('Load balancer options')} hasProblem={hasProblem}>
      {() => (
        <>
          <OptionField
            {...props}
            name="loadBalancerClass"
            label={t('Load balancer class')}
            hint={t('Enter a class if the cluster has several providers. Leave blank to use the default provider.')}
          />
          {!props.isForEach && (
            <OptionField
              {...props}
              name="loadBalancerIP"
              label={t('Load balancer address')}
              hint={t('Requests this IP address. The field is deprecated; some providers use an annotation instead.')}
            />
          )}
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
            hint={t('Settings for the provider. Enter one key=value pair on each line.')}
          />
          <NodePortFields {...props} />
        </>
      )}
    </FoldedOptions>
  );
};
