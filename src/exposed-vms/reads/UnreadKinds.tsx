import { useTranslation } from 'react-i18next';
import { Content } from '@patternfly/react-core';
import type { ListedKind } from '../../cluster/ask/listedKinds';
import { ListFailures } from '../../service-parts/list/ListFailures';
import { Notice } from '../../ui/Notice';
import { useText } from '../../ui/useText';
import type { ReadProject } from './ProjectLists';

/** As Kubernetes calls them. */
const NAMES: Readonly<Record<ListedKind, string>> = {
  VirtualMachine: 'VirtualMachines',
  VirtualMachineInstance: 'VirtualMachineInstances',
  Pod: 'Pods',
  Service: 'Services',
  EndpointSlice: 'EndpointSlices',
  NetworkPolicy: 'NetworkPolicies',
  Route: 'Routes',
};
const KINDS = Object.keys(NAMES) as readonly ListedKind[];

interface UnreadKindsProps {
  /** undefined for all projects */
  readonly namespace: string | undefined;
  readonly read: readonly ReadProject[];
}

/** What could not be read, and what follows from it; nothing where all was. */
const UnreadKinds = ({ namespace, read }: UnreadKindsProps) => {
  const t = useText();
  const { language } = useTranslation('plugin__expose-vm').i18n;
  const [only] = read;
  if (namespace !== undefined && only) {
    const { failures } = only;
    return (
      <ListFailures
        namespace={namespace}
        wanted={KINDS.map((kind) => ({
          objects: NAMES[kind],
          failure: failures.get(kind),
          isRequired: kind === 'VirtualMachine' || kind === 'Service',
        }))}
        reads={{}}
      />
    );
  }
  const unread = KINDS.filter((kind) => read.some(({ failures }) => failures.has(kind)));
  if (unread.length === 0) return null;
  const objects = new Intl.ListFormat(language).format(unread.map((kind) => NAMES[kind]));
  return (
    <Notice
      variant="warning"
      className="pf-v6-u-mb-md"
      title={t('Could not read in all projects: {{objects}}', { objects })}
    >
      <Content component="p">{t('A status that depends on them is shown as Not checked.')}</Content>
    </Notice>
  );
};

export default UnreadKinds;
