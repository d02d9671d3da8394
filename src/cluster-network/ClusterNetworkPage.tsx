import { useState } from 'react';
import { DocumentTitle, NamespaceBar, useActiveNamespace } from '@openshift-console/dynamic-plugin-sdk';
import { Button, ExpandableSection, PageSection, Stack, StackItem, Title } from '@patternfly/react-core';
import { useClusterNetwork, type ReadNetwork } from '../cluster/ask/useClusterNetwork';
import { valueOf, type Part } from '../cluster/ask/useClusterPart';
import { FailureAlert } from '../ui/FailureAlert';
import { failureText } from '../ui/text/failureText';
import { Loading } from '../ui/loading/Loading';
import { Notice } from '../ui/Notice';
import { useText } from '../ui/useText';
import { BasicsSection } from './BasicsSection';
import { OutsideSection } from './OutsideSection';
import { RangesSection } from './RangesSection';
import { lazyPart } from '../ui/loading/lazyPart';

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
  const isLoading = known.network.state === 'loading' || known.dns.state === 'loading';
  const read = valueOf(known.network);
  return (
    <>
      <DocumentTitle>{t('Cluster network')}</DocumentTitle>
      {known.needsProject && <NamespaceBar />}
      <PageSection hasBodyWrapper={false}>
        <Title headingLevel="h1">{t('Cluster network')}</Title>
      </PageSection>
      {isLoading ? (
        <Loading />
      ) : (
        <PageSection hasBodyWrapper={false}>
          <Stack hasGutter>
            <Unread network={known.network} onAgain={onAgain} />
            <StackItem>
              <RangesSection known={known} namespace={namespace} />
            </StackItem>
            {read && (
              <StackItem>
                <OutsideSection network={read.network} />
              </StackItem>
            )}
            <StackItem>
              <BasicsSection network={read?.network} dns={known.dns} />
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

/** Why the configuration is not shown; renders nothing when it is. */
const Unread = ({ network, onAgain }: { readonly network: Part<ReadNetwork>; readonly onAgain: () => void }) => {
  const t = useText();
  switch (network.state) {
    case 'loading':
    case 'known':
      return null;
    case 'absent':
      return (
        <StackItem>
          <Notice variant="info" title={t('This cluster has no network configuration of OpenShift.')}>
            {t('The object config.openshift.io/v1 Network "cluster" is not there. What other sources tell is shown.')}
          </Notice>
        </StackItem>
      );
    case 'forbidden':
      return (
        <StackItem>
          <Notice variant="info" title={t('You may not read the network configuration of this cluster.')}>
            <p>{t('Only what can be learned without it is shown. An administrator sees the rest on this page.')}</p>
            <p>{failureText(t, network.failure)}</p>
          </Notice>
        </StackItem>
      );
    case 'failed':
      return (
        <StackItem>
          <FailureAlert
            title={t('The network configuration of this cluster could not be read.')}
            failure={network.failure}
          >
            <Button variant="link" isInline onClick={onAgain}>
              {t('Try again')}
            </Button>
          </FailureAlert>
        </StackItem>
      );
  }
};

/** The object itself as YAML; the YAML library is loaded only when it is opened. */
const Yaml = ({ read: { object } }: { readonly read: ReadNetwork }) => {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <ExpandableSection
      toggleText={t('Network "cluster" as YAML')}
      isExpanded={isOpen}
      onToggle={(_event, open) => setOpen(open)}
    >
      {isOpen && <NetworkYaml object={object} />}
    </ExpandableSection>
  );
};

export default ClusterNetworkPage;
