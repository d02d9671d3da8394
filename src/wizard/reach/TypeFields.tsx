import { hasNodePorts } from '../../domain/service/serviceOptions';
import { AliasFields } from './AliasFields';
import { HeadlessFields } from './HeadlessFields';
import { LoadBalancerFields } from './LoadBalancerFields';
import { NodePortFields } from './NodePortFields';
import { RouteFields } from './RouteFields';
import type { StepProps } from '../draft/stepProps';

/** What the chosen type has to say of itself. */
const TypeFields = (props: StepProps) => {
  const { type } = props.draft;
  if (type === 'ExternalName') return <AliasFields {...props} />;
  return (
    <>
      {type === 'LoadBalancer' && <LoadBalancerFields {...props} />}
      {hasNodePorts(type) && <NodePortFields {...props} />}
      {type === 'Route' && <RouteFields {...props} />}
      {type === 'Headless' && <HeadlessFields {...props} />}
    </>
  );
};

export default TypeFields;
