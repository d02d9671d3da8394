import type { ReactNode } from 'react';
import { Link } from '@generation/router';
import type { K8sGroupVersionKind } from '@openshift-console/dynamic-plugin-sdk';
import { useK8sModel } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/hooks/useK8sModel';
import { resourcePath } from '../kubernetes/modelNames';
import { ResourceIcon } from './ResourceIcon';

interface ResourceLinkProps {
  kind?: string;
  groupVersionKind?: K8sGroupVersionKind;
  className?: string;
  displayName?: string;
  inline?: boolean;
  linkTo?: boolean;
  name?: string;
  namespace?: string;
  hideIcon?: boolean;
  title?: string;
  dataTest?: string;
  onClick?: () => void;
  nameSuffix?: ReactNode;
  children?: ReactNode;
}

/** Badge and name of an object, linked to its page when the cluster knows the kind. */
export function ResourceLink(props: ResourceLinkProps): JSX.Element {
  const { kind, groupVersionKind, name, namespace, displayName = name, linkTo = true, dataTest = name } = props;
  const [model] = useK8sModel(groupVersionKind ?? kind);
  return (
    <span className={`co-resource-item ${props.inline ? 'co-resource-item--inline' : ''} ${props.className ?? ''}`}>
      {!props.hideIcon && <ResourceIcon groupVersionKind={groupVersionKind} kind={kind} />}
      {linkTo && model && name ? (
        <Link
          className="co-resource-item__resource-name"
          data-test={dataTest}
          data-test-id={name}
          onClick={props.onClick}
          title={props.title}
          to={resourcePath(model, name, namespace)}
        >
          {displayName}
          {props.nameSuffix}
        </Link>
      ) : (
        <span className="co-resource-item__resource-name" data-test={dataTest} data-test-id={name}>
          {displayName}
          {props.nameSuffix}
        </span>
      )}
      {props.children}
    </span>
  );
}
