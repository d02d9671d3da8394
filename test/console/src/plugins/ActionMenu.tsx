import { useEffect, useState } from 'react';
import { Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import EllipsisVIcon from '@patternfly/react-icons/dist/esm/icons/ellipsis-v-icon';
import { useNavigate } from 'react-router';
import type { CodeRef } from '@openshift/dynamic-plugin-sdk';
import type { Action } from '@openshift-console/dynamic-plugin-sdk';
import { useAccessReview } from '@openshift-console/dynamic-plugin-sdk/lib/app/components/utils/rbac';

/** A provider is a hook that takes what the menu is about: one object, or an array of them. */
type UseActions = (scope: unknown) => [Action[], boolean, unknown];

interface ActionMenuProps {
  scope: unknown;
  label: string;
  /** Extensions of plugins whose hook provides actions for the scope. */
  providers: { uid: string; properties: { provider: unknown } }[];
  /** Come first, and win over an action of the same id. */
  stockActions: Action[];
  isKebab?: boolean;
  isDisabled?: boolean;
}

/** Of actions with one id the first is shown. */
function firstOfEachId(actions: Action[]): Action[] {
  return actions.filter(({ id }, at) => actions.findIndex((other) => other.id === id) === at);
}

/**
 * A menu of stock actions and of those that plugins provide. Providers are loaded, and their hooks run, when
 * the menu is hovered or focused: not with the page.
 */
export function ActionMenu({
  scope,
  label,
  providers,
  stockActions,
  isKebab = false,
  isDisabled = false,
}: ActionMenuProps): JSX.Element | null {
  const [provided, setProvided] = useState<Record<string, Action[]>>({});
  const [isWanted, setWanted] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const actions = firstOfEachId([...stockActions, ...providers.flatMap(({ uid }) => provided[uid] ?? [])]);
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
            load={properties.provider as CodeRef<UseActions>}
            onActions={(found) => setProvided((before) => ({ ...before, [uid]: found }))}
            scope={scope}
          />
        ))}
      <Dropdown
        isOpen={isOpen}
        onOpenChange={setOpen}
        popperProps={{ position: 'right' }}
        toggle={(toggle) => (
          <MenuToggle
            aria-label={label}
            data-test={isKebab ? 'kebab-button' : 'actions-menu-button'}
            isDisabled={isDisabled}
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
  scope: unknown;
  onActions: (actions: Action[]) => void;
}

function Provider({ load, scope, onActions }: ProviderProps): JSX.Element | null {
  const [useActions, setHook] = useState<UseActions>();
  useEffect(() => {
    load().then(
      (hook) => setHook(() => hook),
      (error: unknown) => console.error('An action provider cannot be loaded.', error),
    );
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a code reference is loaded once
  }, []);
  return useActions ? <ProvidedActions onActions={onActions} scope={scope} useActions={useActions} /> : null;
}

interface ProvidedActionsProps {
  useActions: UseActions;
  scope: unknown;
  onActions: (actions: Action[]) => void;
}

/** A provider is a hook, so each needs a component of its own to run in. */
function ProvidedActions({ useActions, scope, onActions }: ProvidedActionsProps): null {
  const [actions, loaded] = useActions(scope);
  useEffect(() => {
    if (loaded) {
      onActions(actions);
    }
    // As in the console, a provider that makes a new array on every render renders endlessly.
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
