import { useMemo } from 'react';
import { Nav, NavExpandable, NavItem, NavItemSeparator, NavList } from '@patternfly/react-core';
import { useSelector } from 'react-redux';
import { Link, useLocation } from '@generation/router';
import type { LoadedExtension } from '@openshift/dynamic-plugin-sdk';
import {
  isHrefNavItem,
  isNavExtension,
  isNavSection,
  isSeparator,
} from '@openshift-console/dynamic-plugin-sdk/lib/extensions/navigation';
import type { HrefNavItem, NavExtension } from '@openshift-console/dynamic-plugin-sdk/lib/extensions/navigation';
import { getK8sModel } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/hooks/useK8sModel';
import { useExtensions } from '../console-parts/extensions';
import useActivePerspective from '../console-parts/useActivePerspective';
import { ALL_NAMESPACES, namespaceSegment, useActiveNamespace } from '../console-parts/useActiveNamespace';
import { resourcePath } from '../kubernetes/modelNames';
import type { ConsoleState } from '../kubernetes/store';
import { toTree } from './navTree';
import type { NavEntry } from './navTree';
import { DEFAULT_PERSPECTIVE, stockNavigation } from './stockNavigation';

function hrefOf({ href, namespaced, prefixNamespaced }: HrefNavItem['properties'], scope: string): string {
  if (prefixNamespaced) {
    return `/k8s/${scope}${href}`;
  }
  return namespaced ? `${href}/${scope}` : href;
}

/** The tree of stock and plugin entries of the current perspective. */
function useNavTree(): ReturnType<typeof toTree> {
  const [perspective] = useActivePerspective();
  const [namespace] = useActiveNamespace();
  const extensions = useExtensions(isNavExtension);
  const models = useSelector((state: ConsoleState) => state.k8s.getIn(['RESOURCES', 'models']) as unknown);
  const k8s = useSelector((state: ConsoleState) => state.k8s);

  return useMemo(() => {
    const scope = namespaceSegment(namespace);
    const toEntry = (extension: LoadedExtension<NavExtension>): NavEntry[] => {
      const { id, insertAfter, insertBefore, dataAttributes } = extension.properties;
      const entry = { id, insertAfter, insertBefore, dataAttributes };
      if (isNavSection(extension)) {
        return [{ ...entry, kind: 'section', name: extension.properties.name }];
      }
      if (isSeparator(extension)) {
        return [{ ...entry, kind: 'separator', section: extension.properties.section }];
      }
      if (isHrefNavItem(extension)) {
        const { name, section, startsWith } = extension.properties;
        return [{ ...entry, kind: 'link', name, section, startsWith, href: hrefOf(extension.properties, scope) }];
      }
      const { section, startsWith, model: wanted, name } = extension.properties;
      const model = getK8sModel(k8s, wanted);
      const href = model && resourcePath(model, undefined, namespace === ALL_NAMESPACES ? undefined : namespace);
      // A kind the cluster does not have gets no entry.
      return model ? [{ ...entry, kind: 'link', name: name ?? model.labelPlural, section, startsWith, href }] : [];
    };
    const mine = extensions.filter(({ properties }) => (properties.perspective ?? DEFAULT_PERSPECTIVE) === perspective);
    return toTree([...stockNavigation(perspective, scope), ...mine.flatMap(toEntry)]);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- of k8s only the models matter
  }, [extensions, perspective, namespace, models]);
}

const isBelow = (path: string, start: string): boolean => path === start || path.startsWith(`${start}/`);

/** The navigation at the left. */
export function Navigation(): JSX.Element {
  const tree = useNavTree();
  const { pathname } = useLocation();
  const isActive = ({ href, startsWith = [] }: NavEntry): boolean =>
    [href, ...startsWith].some((start) => start !== undefined && isBelow(pathname, start));

  const leaf = (entry: NavEntry): JSX.Element =>
    entry.kind === 'separator' ? (
      <NavItemSeparator key={entry.id} />
    ) : (
      <NavItem isActive={isActive(entry)} itemId={entry.id} key={entry.id}>
        <Link
          data-quickstart-id={`qs-nav-${entry.id}`}
          data-test="nav"
          data-test-id={entry.id}
          to={entry.href ?? '/'}
          {...entry.dataAttributes}
        >
          {entry.name}
        </Link>
      </NavItem>
    );

  return (
    <Nav aria-label="Main navigation">
      <NavList>
        {tree.map((node) =>
          node.kind === 'section' ? (
            <NavExpandable
              data-test={`nav-section-${node.id}`}
              isActive={node.children.some(isActive)}
              isExpanded={node.children.some(isActive) || node.id.startsWith('virtualization') || undefined}
              key={node.id}
              title={node.name ?? ''}
            >
              {node.children.map(leaf)}
            </NavExpandable>
          ) : (
            leaf(node)
          ),
        )}
      </NavList>
    </Nav>
  );
}
