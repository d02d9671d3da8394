import { useState } from 'react';
import { Alert, Button, Flex, FlexItem, PageSection, Title } from '@patternfly/react-core';
import { useParams } from '@generation/router';
import { DocumentTitle } from '../console-parts/DocumentTitle';
import { NamespaceBar } from '../console-parts/NamespaceBar';
import { useReadableList } from '../kubernetes/useReadableList';
import { VM_GVK } from '../vm-page/virtualMachine';
import type { VirtualMachine } from '../vm-page/virtualMachine';
import { vmActions } from '../vm-page/vmActions';
import { TopologyActions } from './TopologyActions';

/** The topology without its graph: a button for each VM's node, and the panel of the selected one with its Actions. */
export function TopologyPage(): JSX.Element {
  const { ns } = useParams();
  const { items } = useReadableList<VirtualMachine>(VM_GVK, ns);
  const [selected, setSelected] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  const vm = items.find(({ metadata }) => metadata?.uid === selected);
  return (
    <>
      <DocumentTitle>Topology</DocumentTitle>
      <NamespaceBar />
      <PageSection hasBodyWrapper={false}>
        <Flex justifyContent={{ default: 'justifyContentSpaceBetween' }}>
          <FlexItem>
            {items.map(({ metadata }) => (
              <Button
                aria-label={`Node ${metadata?.name}`}
                key={metadata?.uid}
                onClick={() => setSelected(metadata?.uid)}
                variant="tertiary"
              >
                {metadata?.name}
              </Button>
            ))}
          </FlexItem>
          {vm && (
            <FlexItem data-test="topology-panel">
              <Title headingLevel="h2">{vm.metadata?.name}</Title>
              <TopologyActions key={selected} stockActions={vmActions(vm, setRefusal)} vm={vm} />
              {refusal && <Alert isInline title={refusal} variant="danger" />}
            </FlexItem>
          )}
        </Flex>
      </PageSection>
    </>
  );
}
