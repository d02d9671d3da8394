import { useEffect, useState } from 'react';
import { Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import EllipsisVIcon from '@patternfly/react-icons/dist/esm/icons/ellipsis-v-icon';
import { useNavigate } from 'react-router';
import type { CodeRef } from '@openshift/dynamic-plugin-sdk';
import type { Action, K8sGroupVersionKind, K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { useAccessReview } from '@openshift-console/dynamic-plugin-sdk/lib/app/components/utils/rbac';
import { isResourceActionProvider } from '@openshift-console/dynamic-plugin-sdk/lib/extensions/actions';
import { useExtensions } from '../console-parts/extensions';
import { isModelOf } from '../kubernetes/modelNames';

type UseActions = (scope: K8sResourceCommon) => [Action[], boolean, unknown];

interface ActionMenuProps {
  resource: K8sResourceCommon;
  gvk: K8sGroupVersionKind;
  /** Shown when no plugin provides actions for the kind: a provider replaces the stock menu. */
  stockActions: Action[];
  isKebab?: boolean;
}

/**
 * The menu of one object: the actions of `console.action/resource-provider` extensions for its kind, else
 * the stock ones. Providers are loaded when somebody reaches for the menu, not with the page.
 */
export function ActionMenu({ resource, gvk, stockActions, isKebab = false }: ActionMenuProps): JSX.Element | null {
  const extensions = useExtensions(isResourceActionProvider);
  const [provided, setProvided] = useState<Record<string, Action[]>>({});
  const [isWanted, setWanted] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const providers = extensions.filter(({ properties }) => isModelOf(properties.model, gvk));
  const actions = providers.length > 0 ? providers.flatMap(({ uid }) => provided[uid] ?? []) : stockActions;
  const isWaiting = providers.some(({ uid }) => !provided[uid]);
  if (providers.length === 0 && stockActions.length === 0) {
    return null;
  }
  const want = (): void => setWanted(true);
  return (
    <>
      {isWanted &&
        providers.map(({ uid, properties }) => (
          <Provider
            key={uid}
            load={properties.provider as unknown as CodeRef<UseActions>}
            onActions={(found) => setProvided((before) => ({ ...before, [uid]: found }))}
            resource={resource}
          />
        ))}
      <Dropdown
        isOpen={isOpen}
        onOpenChange={setOpen}
        popperProps={{ position: 'right' }}
        toggle={(toggle) => (
          <MenuToggle
            aria-label={`Actions of ${resource.metadata?.name}`}
            data-test={isKebab ? 'kebab-button' : 'actions-menu-button'}
            isExpanded={isOpen}
            onClick={() => {
              want();
              setOpen(!isOpen);
            }}
            onFocus={want}
            onMouseEnter={want}
            ref={toggle}
            variant={isKebab ? 'plain' : 'default'}
          >
            {isKebab ? <EllipsisVIcon /> : 'Actions'}
          </MenuToggle>
        )}
      >
        <DropdownList>
          {actions.map((action) => (
            <ActionItem action={action} key={action.id} onDone={() => setOpen(false)} />
          ))}
          {isWaiting && <DropdownItem isDisabled>Loading…</DropdownItem>}
        </DropdownList>
      </Dropdown>
    </>
  );
}

interface ProviderProps {
  load: CodeRef<UseActions>;
  resource: K8sResourceCommon;
  onActions: (actions: Action[]) => void;
}

function Provider({ load, resource, onActions }: ProviderProps): JSX.Element | null {
  const [useActions, setHook] = useState<UseActions>();
  useEffect(() => {
    load().then(
      (hook) => setHook(() => hook),
      (error: unknown) => console.error('An action provider cannot be loaded.', error),
    );
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a code reference is loaded once
  }, []);
  return useActions ? <ProvidedActions onActions={onActions} resource={resource} useActions={useActions} /> : null;
}

interface ProvidedActionsProps {
  useActions: UseActions;
  resource: K8sResourceCommon;
  onActions: (actions: Action[]) => void;
}

/** A provider is a hook, so each needs a component of its own to run in. */
function ProvidedActions({ useActions, resource, onActions }: ProvidedActionsProps): null {
  const [actions, loaded] = useActions(resource);
  useEffect(() => {
    if (loaded) {
      onActions(actions);
    }
    // As in the console, a provider that makes a new array on every render never comes to rest.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [actions, loaded]);
  return null;
}

function ActionItem({ action, onDone }: { action: Action; onDone: () => void }): JSX.Element {
  const navigate = useNavigate();
  const [allowed, loading] = useAccessReview(action.accessReview ?? {}, undefined, true);
  const isForbidden = action.accessReview !== undefined && (loading || !allowed);
  const run = (): void => {
    onDone();
    if (typeof action.cta === 'function') {
      action.cta();
    } else if (action.cta.external) {
      window.open(action.cta.href, '_blank', 'noopener');
    } else {
      void navigate(action.cta.href);
    }
  };
  return (
    <DropdownItem
      data-test-action={action.id}
      description={action.description}
      isDisabled={action.disabled || isForbidden}
      onClick={run}
    >
      {action.label}
    </DropdownItem>
  );
}
