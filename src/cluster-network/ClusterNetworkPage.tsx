import { useMemo, useState } from 'react';
import { DocumentTitle, NamespaceBar, useActiveNamespace } from '@openshift-console/dynamic-plugin-sdk';
import {
  Card,
  CardBody,
  CardTitle,
  ExpandableSection,
  PageSection,
  Stack,
  StackItem,
  Title,
} from '@patternfly/react-core';
import { useClusterNetwork, type ReadNetwork } from '../cluster/ask/useClusterNetwork';
import { valueOf } from '../cluster/ask/useClusterPart';
import { addressRangesOf } from '../domain/network/clusterNetwork';
import { Loading } from '../ui/loading/Loading';
import { lazyPart } from '../ui/loading/lazyPart';
import { useText } from '../ui/useText';
import { AddressList } from './AddressList';
import { AddressLookup } from './AddressLookup';
import { UnreadParts } from './UnreadParts';

const NetworkYaml = lazyPart(() => import('./NetworkYaml'));

/** The console's name for all projects together. */
const ALL_NAMESPACES = '#ALL_NS#';

/** The cluster's network configuration, as far as this user can read it. */
const ClusterNetworkPage = () => {
  const [round, setRound] = useState(0);
  return <Known key={round} onAgain={() => setRound(round + 1)} />;
};

const Known = ({ onAgain }: { readonly onAgain: () => void }) => {
  const t = useText();
  const [active] = useActiveNamespace();
  const namespace = active === ALL_NAMESPACES ? undefined : active;
  const known = useClusterNetwork(namespace);
  const read = valueOf(known.network);
  const { serviceRanges } = known;
  const ranges = useMemo(() => addressRangesOf(read?.network, serviceRanges), [read, serviceRanges]);
  const isComplete = Boolean(read?.network.podRanges.length) && serviceRanges.length > 0 && !known.learned;
  const title = t('Where addresses come from');
  return (
    <>
      <DocumentTitle>{t('Cluster network')}</DocumentTitle>
      {known.needsProject && <NamespaceBar />}
      <PageSection hasBodyWrapper={false}>
        <Title headingLevel="h1">{t('Cluster network')}</Title>
      </PageSection>
      {known.network.state === 'loading' || known.dns.state === 'loading' ? (
        <Loading />
      ) : (
        <PageSection hasBodyWrapper={false}>
          <Stack hasGutter>
            <UnreadParts known={known} onAgain={onAgain} />
            <StackItem>
              <AddressLookup ranges={ranges} isComplete={isComplete} />
            </StackItem>
            <StackItem>
              <Card>
                <CardTitle component="h2">{title}</CardTitle>
                <CardBody>
                  <AddressList known={known} namespace={namespace} title={title} />
                </CardBody>
              </Card>
            </StackItem>
            {read && (
              <StackItem>
                <Yaml read={read} />
              </StackItem>
            )}
          </Stack>
        </PageSection>
      )}
    </>
  );
};

/** The object itself as YAML; the YAML library is loaded only when it is opened. */
const Yaml = ({ read: { object } }: { readonly read: ReadNetwork }) => {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <ExpandableSection
      toggleText={t('Network "cluster" (YAML)')}
      isExpanded={isOpen}
      onToggle={(_event, open) => setOpen(open)}
    >
      {isOpen && <NetworkYaml object={object} />}
    </ExpandableSection>
  );
};

export default ClusterNetworkPage;
