import { useMemo, useState, type ReactNode } from 'react';
import { Button, Content, Flex, FlexItem, Spinner } from '@patternfly/react-core';
import { browserClock } from '../cluster/port/sdkPort';
import { clusterTestChecks } from '../domain/cluster-test/clusterTestChecks';
import { parseClusterTest } from '../domain/cluster-test/clusterTestLog';
import type { TestedObjects } from '../domain/cluster-test/testedState';
import { testOutcomeOf } from '../domain/cluster-test/testOutcome';
import { namespaceOf } from '../domain/k8s/objects';
import type { Rights } from '../domain/k8s/rights';
import type { SeenVm } from '../domain/k8s/seen';
import { useElementId } from '../host/useElementId';
import { lazyPart } from '../ui/loading/lazyPart';
import { missingRightsText, stageText } from '../ui/text/clusterTestText';
import { useText } from '../ui/useText';
import { ClusterTestCode } from './ClusterTestCode';
import { ClusterTestOutcome } from './ClusterTestOutcome';
import { useClusterTest } from './useClusterTest';
import { useKnownImage } from './useKnownImage';
import { keepTestOutcome } from './useTestOutcomes';

// needed only where no image is configured
const TestImageModal = lazyPart(() => import('./TestImageModal'), null);

interface ClusterTestProps extends Pick<TestedObjects, 'service' | 'endpointSlices' | 'networkPolicies'> {
  /** the VMs behind the Service: the outcome is kept for each of them */
  readonly vms: readonly SeenVm[];
  readonly clusterDomain: string;
  /** undefined while they are loading */
  readonly rights?: Rights | undefined;
  /** other actions, beside the button */
  readonly children?: ReactNode;
}

/**
 * The button **Run connection test**, its progress and its outcome in place. It tries a Service's names and ports from
 * inside the cluster, immediately where an image is configured or remembered, else after asking for one. The outcome is
 * kept for `useTestOutcomes`. Only the button creates anything.
 */
const ClusterTest = ({
  service,
  vms,
  endpointSlices,
  networkPolicies,
  clusterDomain,
  rights,
  children,
}: ClusterTestProps) => {
  const t = useText();
  const { image, isKnown, remember } = useKnownImage();
  const [asks, setAsks] = useState<'to-run' | 'to-change'>();
  // the id of the next test: its YAML shows it before it is sent
  const [id, setId] = useState(() => crypto.randomUUID());
  const reasonId = useElementId();
  const { run, start, cancel } = useClusterTest();
  const namespace = namespaceOf(service);
  const checks = useMemo(
    () => clusterTestChecks(service, vms, endpointSlices ?? [], clusterDomain),
    [service, vms, endpointSlices, clusterDomain],
  );
  const request = { id, namespace, image, checks };
  const reason = rights ? missingRightsText(t, rights) : '';
  const isRunning = run !== undefined && run.end === undefined;
  const isBarred = !rights || !isKnown || reason !== '' || isRunning;
  const begin = (withImage: string) => {
    start({ ...request, image: withImage }, (end) => {
      if (end.outcome !== 'ran') return;
      const results = parseClusterTest(end.log, checks);
      vms.forEach((vm) => {
        const tested = { service, vm, endpointSlices, networkPolicies };
        keepTestOutcome(tested, testOutcomeOf(results, tested, browserClock.now()));
      });
    });
    setId(crypto.randomUUID());
  };
  const press = () => {
    if (isBarred) return;
    if (image === '') setAsks('to-run');
    else begin(image);
  };
  return (
    <Flex direction={{ default: 'column' }} gap={{ default: 'gapSm' }}>
      <Flex gap={{ default: 'gapSm' }}>
        <FlexItem>
          {/* stays in the tab order, so that its reason is read out */}
          <Button
            variant="secondary"
            onClick={press}
            isAriaDisabled={isBarred}
            {...(reason ? { 'aria-describedby': reasonId } : {})}
          >
            {run?.end ? t('Run again') : t('Run connection test')}
          </Button>
        </FlexItem>
        {isRunning && (
          <FlexItem>
            <Button variant="link" onClick={cancel}>
              {t('Cancel test')}
            </Button>
          </FlexItem>
        )}
        {children}
      </Flex>
      {reason && (
        <Content component="small" id={reasonId}>
          {reason}
        </Content>
      )}
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
      <ClusterTestCode request={request} service={service} onChangeImage={() => setAsks('to-change')} />
      {asks && (
        <TestImageModal
          image={image}
          action={asks === 'to-run' ? t('Run connection test') : t('Save')}
          onImage={(given) => {
            setAsks(undefined);
            remember(given);
            if (asks === 'to-run') begin(given);
          }}
          onClose={() => setAsks(undefined)}
        />
      )}
    </Flex>
  );
};

export default ClusterTest;
