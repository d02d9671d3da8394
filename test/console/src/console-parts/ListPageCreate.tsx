import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button, Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import type { ButtonProps } from '@patternfly/react-core';
import { Link } from '@generation/router';
import type { K8sGroupVersionKind } from '@openshift-console/dynamic-plugin-sdk';
import { useAccessReview } from '@openshift-console/dynamic-plugin-sdk/lib/app/components/utils/rbac';
import { useK8sModel } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/hooks/useK8sModel';
import { resourcePath } from '../kubernetes/modelNames';

interface WithAccess {
  createAccessReview?: { groupVersionKind: K8sGroupVersionKind; namespace?: string };
  children?: ReactNode;
}

/** Shows the way to create something only to who may. */
function IfAllowed({ createAccessReview, children }: WithAccess): JSX.Element | null {
  return createAccessReview ? <IfReviewed {...createAccessReview}>{children}</IfReviewed> : <>{children}</>;
}

function IfReviewed(props: {
  groupVersionKind: K8sGroupVersionKind;
  namespace?: string;
  children: ReactNode;
}): JSX.Element | null {
  const [model] = useK8sModel(props.groupVersionKind);
  const [allowed, loading] = useAccessReview({
    group: model?.apiGroup,
    resource: model?.plural,
    namespace: props.namespace,
    verb: 'create',
  });
  return allowed && !loading ? <>{props.children}</> : null;
}

export function ListPageCreateLink({ to, createAccessReview, children }: WithAccess & { to: string }): JSX.Element {
  return (
    <IfAllowed createAccessReview={createAccessReview}>
      <Link className="pf-v6-c-button pf-m-primary" data-test="item-create" to={to}>
        {children}
      </Link>
    </IfAllowed>
  );
}

export function ListPageCreateButton({
  createAccessReview,
  children,
  ...button
}: WithAccess & ButtonProps): JSX.Element {
  return (
    <IfAllowed createAccessReview={createAccessReview}>
      <Button data-test="item-create" {...button}>
        {children}
      </Button>
    </IfAllowed>
  );
}

interface CreateDropdownProps extends WithAccess {
  items: Record<string, ReactNode>;
  onClick: (item: string) => void;
}

export function ListPageCreateDropdown({
  items,
  onClick,
  createAccessReview,
  children,
}: CreateDropdownProps): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  return (
    <IfAllowed createAccessReview={createAccessReview}>
      <Dropdown
        isOpen={isOpen}
        onOpenChange={setOpen}
        onSelect={(_event, item) => {
          setOpen(false);
          onClick(String(item));
        }}
        toggle={(toggle) => (
          <MenuToggle
            data-test="item-create"
            isExpanded={isOpen}
            onClick={() => setOpen(!isOpen)}
            ref={toggle}
            variant="primary"
          >
            {children}
          </MenuToggle>
        )}
      >
        <DropdownList>
          {Object.entries(items).map(([key, label]) => (
            <DropdownItem key={key} value={key}>
              {label}
            </DropdownItem>
          ))}
        </DropdownList>
      </Dropdown>
    </IfAllowed>
  );
}

/** Links to the YAML editor, which the stand-in does not have: the address answers with its 404 page. */
export default function ListPageCreate({
  groupVersionKind,
  createAccessReview,
  children,
}: WithAccess & { groupVersionKind: K8sGroupVersionKind }): JSX.Element {
  const [model] = useK8sModel(groupVersionKind);
  return (
    <ListPageCreateLink
      createAccessReview={createAccessReview}
      to={model ? `${resourcePath(model, undefined, createAccessReview?.namespace)}/~new` : '/'}
    >
      {children}
    </ListPageCreateLink>
  );
}
