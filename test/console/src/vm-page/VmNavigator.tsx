import { useState } from 'react';
import type { ReactNode } from 'react';
import {
  Button,
  Drawer,
  DrawerContent,
  DrawerContentBody,
  DrawerPanelBody,
  DrawerPanelContent,
  TreeView,
} from '@patternfly/react-core';
import { useNavigate, useParams } from '@generation/router';
import { useReadableList } from '../kubernetes/useReadableList';
import { VM_GVK, VM_URL_NAME } from './virtualMachine';
import type { VirtualMachine } from './virtualMachine';

/** The width of the tree that leaves a VM's page 558 px in a window of 1280 px, as measured on the real console. */
const TREE_WIDTH = '400px';

/** Below this width the tree would lie over the page, so it starts closed there. */
const NARROW = '(max-width: 767px)';

/** The VMs of a project; a click opens one. */
function VmTree({ namespace }: { namespace: string }): JSX.Element | null {
  const navigate = useNavigate();
  const { items } = useReadableList<VirtualMachine>(VM_GVK, namespace);
  const names = items.map(({ metadata: { name = '' } = {} }) => name);
  // PatternFly's tree throws when it is mounted without an entry
  return names.length === 0 ? null : (
    <TreeView
      aria-label="VirtualMachines tree"
      data={names.map((name) => ({ id: name, name }))}
      onSelect={(_event, { id = '' }) => void navigate(`/k8s/ns/${namespace}/${VM_URL_NAME}/${id}`)}
    />
  );
}

/** The stock tree of VMs beside a VM's page, which takes its width from the page and from each tab. */
export function VmNavigator({ children }: { children: ReactNode }): JSX.Element {
  const { ns: namespace = '' } = useParams();
  const [isOpen, setOpen] = useState(() => !window.matchMedia(NARROW).matches);
  const panel = (
    <DrawerPanelContent defaultSize={TREE_WIDTH} isResizable maxSize={TREE_WIDTH} minSize={TREE_WIDTH}>
      <DrawerPanelBody>
        <VmTree namespace={namespace} />
      </DrawerPanelBody>
    </DrawerPanelContent>
  );
  return (
    <Drawer isExpanded={isOpen} isInline position="start">
      <DrawerContent panelContent={panel}>
        <DrawerContentBody className="standin-vm-pane" data-test="vm-pane">
          <Button data-test="toggle-vms-tree" isInline onClick={() => setOpen(!isOpen)} variant="link">
            {isOpen ? 'Hide tree' : 'Show tree'}
          </Button>
          {children}
        </DrawerContentBody>
      </DrawerContent>
    </Drawer>
  );
}
