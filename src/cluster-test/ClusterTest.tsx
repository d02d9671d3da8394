import { useMemo, useState } from 'react';
import { useElementId } from '../host/useElementId';
import { ActionList, ActionListItem, Button, Content, Flex, Spinner } from '@patternfly/react-core';
import { useTestImage } from '../cluster/ask/useTestImage';
import { clusterTestChecks, untestedPorts } from '../domain/cluster-test/clusterTestChecks';
import { isImageName } from '../domain/cluster-test/imageName';
import { namespaceOf, type EndpointSlice, type Service } from '../domain/k8s/objects';
import type { SeenVm } from '../domain/k8s/seen';
import type { Rights } from '../domain/k8s/rights';
import { TextField } from '../ui/TextField';
import { useText } from '../ui/useText';
import { ClusterTestCode } from './ClusterTestCode';
import { ClusterTestOutcome } from './ClusterTestOutcome';
import { missingRightsText, stageText } from '../ui/text/clusterTestText';
import { useClusterTest } from './useClusterTest';

interface ClusterTestProps {
  readonly service: Service;
  /** the VMs whose own names below a headless Service are looked up */
  readonly vms: readonly SeenVm[];
  /** undefined where they could not be read */
  readonly endpointSlices: readonly EndpointSlice[] | undefined;
  readonly clusterDomain: string;
  /** undefined while they are loading */
  readonly rights?: Rights;
}

/**
 * Tries a Service's names and ports from inside the cluster: says what a test creates, shows how it goes and what came
 * out. Only the button creates anything.
 */
const ClusterTest = ({ service, vms, endpointSlices, clusterDomain, rights }: ClusterTestProps) => {
  const t = useText();
  const configured = useTestImage();
  const [typed, setTyped] = useState<string>();
  // the id of the next test: its YAML shows it before it is sent
  const [id, setId] = useState(() => crypto.randomUUID());
  const fieldId = useElementId();
  const reasonId = useElementId();
  const { run, start, cancel } = useClusterTest();
  const namespace = namespaceOf(service);
  const image = typed ?? configured ?? '';
  const checks = useMemo(
    () => clusterTestChecks(service, vms, endpointSlices ?? [], clusterDomain),
    [service, vms, endpointSlices, clusterDomain],
  );
  const untested = untestedPorts(service);
  const isRunning = run !== undefined && run.end === undefined;
  const mayNot = rights ? missingRightsText(t, rights) : '';
  const problem =
    image !== '' && !isImageName(image)
      ? t('This is not the name of an image, such as registry.example.com/tools:1.')
      : undefined;
  const request = { id, namespace, image, checks };
  const reason = mayNot || (image === '' && configured !== undefined ? t('Enter an image to run the test.') : '');
  const begin = () => {
    start(request);
    setId(crypto.randomUUID());
  };
  return (
    <Flex direction={{ default: 'column' }} gap={{ default: 'gapSm' }}>
      <Content component="p">
        {t(
          'Runs a Job in project {{namespace}} that looks up the DNS names and opens a TCP connection to each port. The Job deletes itself within two minutes.',
          { namespace },
        )}
      </Content>
      {untested.length > 0 && (
        <Content component="small">
          {t('Not tested: {{ports}}. Without knowing what listens there, silence says nothing.', {
            ports: untested.map(({ port, protocol }) => `${port}/${protocol}`).join(', '),
          })}
        </Content>
      )}
      <TextField
        id={fieldId}
        label={t('Image of the test')}
        value={image}
        onChange={setTyped}
        hint={t('It needs bash, getent and timeout, and the cluster has to be able to pull it from this project.')}
        isDisabled={isRunning || configured === undefined}
        {...(problem ? { problem } : {})}
      />
      <ActionList>
        <ActionListItem>
          <Button
            variant="secondary"
            onClick={begin}
            isDisabled={!rights || reason !== '' || problem !== undefined || image === '' || isRunning}
            {...(reason ? { 'aria-describedby': reasonId } : {})}
          >
            {run?.end ? t('Test again') : t('Test from the cluster')}
          </Button>
        </ActionListItem>
        {isRunning && (
          <ActionListItem>
            <Button variant="link" onClick={cancel}>
              {t('Cancel the test')}
            </Button>
          </ActionListItem>
        )}
      </ActionList>
      {reason && (
        <Content component="small" id={reasonId}>
          {reason}
        </Content>
      )}
      <ClusterTestCode request={request} />
      <div aria-live="polite" aria-busy={isRunning}>
        {isRunning && (
          <Content component="p">
            <Spinner size="md" aria-hidden /> {stageText(t, run.stage)}
          </Content>
        )}
        {run?.end && (
          <ClusterTestOutcome
            request={run.request}
            end={run.end}
            service={service}
            endpointSlices={endpointSlices}
            mayDelete={rights?.deleteJob ?? false}
          />
        )}
      </div>
    </Flex>
  );
};

export default ClusterTest;
