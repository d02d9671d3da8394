import type { ComponentType } from 'react';
import type { ExposedType } from '../../domain/k8s/exposedTypes';
import { AliasFields } from './AliasFields';
import { HeadlessFields } from './HeadlessFields';
import { LoadBalancerFields } from './LoadBalancerFields';
import { NodePortFields } from './NodePortFields';
import { RouteFields } from './RouteFields';
import type { StepProps } from '../draft/stepProps';

const FIELDS: Readonly<Record<ExposedType, readonly ComponentType<StepProps>[]>> = {
  ClusterIP: [],
  NodePort: [NodePortFields],
  LoadBalancer: [LoadBalancerFields],
  Route: [RouteFields],
  Headless: [HeadlessFields],
  ExternalName: [AliasFields],
};

/** The fields of the selected type; none for a plain ClusterIP Service. */
const TypeFields = (props: StepProps) => (
  <>
    {FIELDS[props.draft.type].map((Fields, index) => (
      <Fields key={index} {...props} />
    ))}
  </>
);

export default TypeFields;
