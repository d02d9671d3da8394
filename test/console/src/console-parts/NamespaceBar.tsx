import { useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import {
  Divider,
  Menu,
  MenuContent,
  MenuContainer,
  MenuItem,
  MenuList,
  MenuSearch,
  MenuSearchInput,
  MenuToggle,
  SearchInput,
} from '@patternfly/react-core';
import { useLocation, useNavigate } from '@generation/router';
import { useReadableList } from '../kubernetes/useReadableList';
import { ALL_NAMESPACES, namespaceSegment, useActiveNamespace } from './useActiveNamespace';

interface NamespaceBarProps {
  onNamespaceChange?: (namespace: string) => void;
  isDisabled?: boolean;
  children?: ReactNode;
}

/**
 * The project selector. The real one lists the OpenShift Projects a person may see; a plain cluster has
 * namespaces only, so who may not list them types the name of theirs.
 */
export function NamespaceBar({ onNamespaceChange, isDisabled, children }: NamespaceBarProps): JSX.Element {
  const [active, setActive] = useActiveNamespace();
  const [isOpen, setOpen] = useState(false);
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const toggleRef = useRef<HTMLButtonElement>(null);
  const menuRef = useRef<HTMLDivElement>(null);

  const choose = (namespace: string): void => {
    setOpen(false);
    onNamespaceChange?.(namespace);
    setActive(namespace);
    void navigate(pathname.replace(/\/all-namespaces|\/ns\/[^/]+/, `/${namespaceSegment(namespace)}`));
  };

  return (
    <div className="standin-namespace-bar" data-test="namespace-bar">
      <MenuContainer
        isOpen={isOpen}
        menu={
          // The Menu itself has to be the element here: its container places it by adding to its props.
          <Menu isScrollable onSelect={(_event, item) => choose(String(item))} ref={menuRef} selected={active}>
            <ProjectChoices active={active} onChoose={choose} />
          </Menu>
        }
        menuRef={menuRef}
        onOpenChange={setOpen}
        toggle={
          <MenuToggle
            data-test="namespace-toggle"
            isDisabled={isDisabled}
            isExpanded={isOpen}
            onClick={() => setOpen(!isOpen)}
            ref={toggleRef}
            variant="plainText"
          >
            Project: {active === ALL_NAMESPACES ? 'All Projects' : active}
          </MenuToggle>
        }
        toggleRef={toggleRef}
      />
      {children}
    </div>
  );
}

interface ProjectChoicesProps {
  active: string;
  onChoose: (namespace: string) => void;
}

function ProjectChoices({ active, onChoose }: ProjectChoicesProps): JSX.Element {
  const [text, setText] = useState('');
  const namespaces = useReadableList({ version: 'v1', kind: 'Namespace' });
  const names = useMemo(() => {
    const known = new Set(namespaces.items.map((item) => item.metadata?.name ?? ''));
    if (active !== ALL_NAMESPACES) {
      known.add(active);
    }
    return [...known].filter((name) => name.includes(text)).sort();
  }, [namespaces.items, active, text]);
  const isNewName = namespaces.isDenied && /^[a-z0-9-]+$/.test(text) && !names.includes(text);
  return (
    <>
      <MenuSearch>
        <MenuSearchInput>
          <SearchInput
            aria-label="Select project…"
            data-test="namespace-search"
            onChange={(_event, next) => setText(next)}
            onKeyDown={(event) => event.key === 'Enter' && (names[0] ?? isNewName) && onChoose(names[0] ?? text)}
            placeholder={namespaces.isDenied ? 'Name of a project' : 'Select project…'}
            value={text}
          />
        </MenuSearchInput>
      </MenuSearch>
      <Divider />
      <MenuContent maxMenuHeight="50vh">
        <MenuList>
          <MenuItem itemId={ALL_NAMESPACES}>All Projects</MenuItem>
          {names.map((name) => (
            <MenuItem data-test={`namespace-${name}`} itemId={name} key={name}>
              {name}
            </MenuItem>
          ))}
          {isNewName && <MenuItem itemId={text}>{`Go to ${text}`}</MenuItem>}
        </MenuList>
      </MenuContent>
    </>
  );
}
