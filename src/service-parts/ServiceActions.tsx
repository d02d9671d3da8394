import { nameOf } from '../domain/k8s/objects';
import { loadPart } from '../host/loadPart';
import { ActionsMenu } from '../ui/list/ActionsMenu';
import { lazyPart } from '../ui/loading/lazyPart';
import { useText } from '../ui/useText';
import type { ServiceActionItemsProps } from './ServiceActionItems';

// needed only for a menu that opens
const fetchItems = () => import('./ServiceActionItems');
const ServiceActionItems = lazyPart(fetchItems);

/** Fetches the items before the menu opens, so that the first takes the focus; a failure shows in the menu. */
function prefetch(): void {
  loadPart(fetchItems).catch(() => undefined);
}

/** The longest item of any language fits. */
const WIDTH = '18rem';

interface ServiceActionsProps extends ServiceActionItemsProps {
  /** called when the menu opens, for what is asked only then */
  readonly onOpen?: () => void;
}

/** The menu of a Service: edit in the wizard, edit YAML, delete, undo what a run did. */
export const ServiceActions = ({ onOpen, ...items }: ServiceActionsProps) => {
  const t = useText();
  return (
    <ActionsMenu
      label={t('Actions for Service {{name}}', { name: nameOf(items.service) })}
      onNear={prefetch}
      minWidth={WIDTH}
      {...(onOpen ? { onOpen } : {})}
    >
      <ServiceActionItems {...items} />
    </ActionsMenu>
  );
};
