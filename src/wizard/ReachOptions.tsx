import { Content } from '@patternfly/react-core';
import { hasNodePorts } from '../domain/serviceOptions';
import { problemText } from '../ui/problemText';
import { ServiceRangeLine } from '../ui/ServiceRangeLine';
import { TextField } from '../ui/TextField';
import { nodePortsText } from '../ui/clusterNetworkText';
import { useText } from '../ui/useText';
import { AdvancedOptions } from './AdvancedOptions';
import { HeadlessFields } from './HeadlessFields';
import { LoadBalancerFields } from './LoadBalancerFields';
import { OptionField } from './optionFields';
import { RouteFields } from './RouteFields';
import type { StepProps } from './stepProps';

/** What else there is to say about the way of reaching that was chosen. */
const ReachOptions = (props: StepProps) => {
  const t = useText();
  const { draft, ranges } = props;
  const { type } = draft;
  if (type === 'ExternalName') {
    return (
      <>
        <OptionField {...props} name="externalName" label={t('Outside name')} isRequired hint={t('The DNS name that the Service is an alias of, such as db.example.com.')} />
        <Content component="p">{t('An alias selects no virtual machine: nothing leads to this one by it, and there is nothing to choose in the next step.')}</Content>
      </>
    );
  }
  return (
    <>
      {hasNodePorts(type) && <NodePortFields {...props} />}
      {type === 'LoadBalancer' && <LoadBalancerFields {...props} />}
      {type === 'Route' && <RouteFields {...props} />}
      {type === 'Headless' ? <HeadlessFields {...props} /> : <ServiceRangeLine ranges={ranges.serviceRanges} />}
      <AdvancedOptions {...props} />
    </>
  );
};

/** A number of one's own for each port, or a free one. */
const NodePortFields = ({ draft, problems, dispatch, ranges: { network } }: StepProps) => {
  const t = useText();
  const range = network?.nodePorts;
  return draft.ports.map((port, index) => {
    const problem = problems.find(({ field }) => field.at === 'port' && field.index === index && field.field === 'nodePort');
    return (
      <TextField
        key={index}
        id={`node-port-${index}`}
        label={t('Node port for {{port}}/{{protocol}}', { port: port.port, protocol: port.protocol })}
        value={port.nodePort}
        onChange={(nodePort) => dispatch({ type: 'port', index, change: { nodePort } })}
        hint={range ? t('Empty for a free one. The range is {{range}}.', { range: nodePortsText(t, range) }) : t('Empty for a free one, which the cluster chooses.')}
        {...(problem ? { problem: problemText(t, problem.code) } : {})}
      />
    );
  });
};

export default ReachOptions;
