import { useEffect, useState } from 'react';
import { Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import EllipsisVIcon from '@patternfly/react-icons/dist/esm/icons/ellipsis-v-icon';
import { useNavigate } from '@generation/router';
import type { Action } from '@openshift-console/dynamic-plugin-sdk';
import { useAccessReview } from '@openshift-console/dynamic-plugin-sdk/lib/app/components/utils/rbac';
import { menuActions, repeatedIds } from './menuActions';
import { ProvidedActions } from './ProvidedActions';
import type { MenuProvider } from './ProvidedActions';

interface ActionMenuProps {
  label: string;
  /** Extensions of plugins whose hooks provide actions, each with what it is called for. */
  providers: MenuProvider[];
  /** Come first. */
  stockActions: Action[];
  isKebab?: boolean;
  isDisabled?: boolean;
  /** False where the console shows two actions of one id. */
  mergesIds?: boolean;
  /** Runs the hooks when the menu is drawn, instead of when it is hovered or focused. */
  isEager?: boolean;
}

/**
 * A menu of stock actions and of those that plugins provide. Providers are loaded, and their hooks run, when
 * the menu is hovered or focused: not with the page. It opens when all have answered.
 */
export function ActionMenu({
  label,
  providers,
  stockActions,
  isKebab = false,
  isDisabled = false,
  mergesIds = true,
  isEager = false,
}: ActionMenuProps): JSX.Element | null {
  const [provided, setProvided] = useState<Record<string, Action[]>>({});
  const [isWanted, setWanted] = useState(isEager);
  const [isOpen, setOpen] = useState(false);
  const actions = menuActions(
    stockActions,
    providers.flatMap(({ uid }) => provided[uid] ?? []),
    mergesIds,
  );
  const isLoaded = providers.every(({ uid }) => provided[uid]);
  const repeated = repeatedIds(actions).join(', ');
  useEffect(() => {
    if (repeated) {
      console.error(`The menu "${label}" shows more than one action of the id ${repeated}.`);
    }
  }, [label, repeated]);
  if (providers.length === 0 && stockActions.length === 0) {
    return null;
  }
  const want = (): void => setWanted(true);
  return (
    <>
      {isWanted &&
        providers.map((provider) => (
          <ProvidedActions
            {...provider}
            key={provider.uid}
            onActions={(found) => setProvided((before) => ({ ...before, [provider.uid]: found }))}
          />
        ))}
      <Dropdown
        isOpen={isOpen && isLoaded}
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
          {actions.map((action, at) => (
            <ActionItem action={action} key={`${action.id} ${at}`} onDone={() => setOpen(false)} />
          ))}
        </DropdownList>
      </Dropdown>
    </>
  );
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
