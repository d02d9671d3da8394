import { useLayoutEffect, useMemo, type ReactNode } from 'react';
import { Content, Stack, StackItem } from '@patternfly/react-core';
import { traitsOf } from '../../domain/k8s/exposedTypes';
import { useClusterDomain } from '../../cluster/ask/useClusterDomain';
import { useExposure, type KnownExposure } from '../../cluster/watch/useExposure';
import { useTestOutcomes } from '../../cluster-test/useTestOutcomes';
import { diagnose, type Verdict } from '../../domain/diagnosis/diagnose';
import { withMissingRights } from '../../domain/diagnosis/offer';
import { brokenHop, hopPath } from '../../domain/diagnosis/hopPath';
import { hopPlaces } from '../../domain/exposure/hopPlaces';
import { entrancesTo } from '../../domain/k8s/entrances';
import { nameOf } from '../../domain/k8s/objects';
import { Loading } from '../../ui/loading/Loading';
import { reachText } from '../../ui/text/reach/reachText';
import { useText } from '../../ui/useText';
import { StatusIcon, VERDICT_LOOKS } from '../../ui/verdict/StatusIcon';
import type { StepsTask } from '../steps/stepsTask';
import { CheckedCaption } from './CheckedCaption';
import { FindingList } from './FindingList';
import { HopPath } from './HopPath';
import { Section } from './Section';
import { ServiceDetails } from './ServiceDetails';
import { lazyPart } from '../../ui/loading/lazyPart';

// on request only
const ConnectionPicture = lazyPart(() =>
  import('../../connection-picture/ConnectionPicture').then((module) => ({ default: module.ConnectionPicture })),
);
const ClusterTest = lazyPart(() => import('../../cluster-test/ClusterTest'));

export interface ExposureDetailProps extends KnownExposure {
  /** opens the review of a fix */
  readonly onTask: (task: StepsTask) => void;
  /** called when everything is read, and on every change */
  readonly onVerdict: (verdict: Verdict) => void;
  /** what stands at the end, for example a link */
  readonly end?: ReactNode;
}

/**
 * Why a Service reaches a VM or does not: the status, the connection path, the findings on it with their fixes, and on
 * request names, addresses, labels and a connection test.
 */
const ExposureDetail = ({ onTask, onVerdict, end, ...known }: ExposureDetailProps) => {
  const t = useText();
  const { loaded, situation, failures } = useExposure(known);
  const diagnosis = useMemo(() => withMissingRights(diagnose(situation), situation), [situation]);
  const { verdict, findings, notChecked } = diagnosis;
  // before painting, so that the row and its detail never show different verdicts
  useLayoutEffect(() => {
    if (loaded) onVerdict(verdict);
  }, [loaded, verdict, onVerdict]);
  const { domain } = useClusterDomain();
  const outcomeOf = useTestOutcomes();
  if (!loaded) return <Loading />;

  const { service, vm, routes, ingresses, rights, endpointSlices, networkPolicies } = situation;
  const hasEntrance = entrancesTo(service, routes, ingresses).length > 0 || routes === undefined;
  const connection = t('Service {{service}} to {{vm}}', { service: nameOf(service), vm: nameOf(vm.vm) });
  const path = hopPath(diagnosis, hasEntrance, outcomeOf({ service, vm, endpointSlices, networkPolicies }));
  return (
    <Stack hasGutter className="pf-v6-u-p-sm">
      <StackItem>
        <Content component="p">
          <StatusIcon look={VERDICT_LOOKS[verdict]} /> {reachText(t, verdict, brokenHop(path))}
        </Content>
      </StackItem>
      <StackItem>
        <HopPath path={path} places={hopPlaces(situation)} />
      </StackItem>
      {findings.length > 0 && (
        <StackItem>
          <FindingList diagnosis={diagnosis} situation={situation} connection={connection} onTask={onTask} />
        </StackItem>
      )}
      <StackItem>
        <Section title={t('Details')} of={connection}>
          {() => (
            <>
              <ConnectionPicture
                service={service}
                vms={[{ vm, verdict, path }]}
                endpointSlices={endpointSlices}
                routes={routes}
                clusterDomain={domain}
              />
              <ServiceDetails service={service} vm={vm} clusterDomain={domain} />
            </>
          )}
        </Section>
      </StackItem>
      {traitsOf(service).selectsPods && (
        <StackItem>
          <Section title={t('Connection test')} of={connection}>
            {() => (
              <ClusterTest
                service={service}
                vms={[vm]}
                endpointSlices={endpointSlices}
                networkPolicies={networkPolicies}
                clusterDomain={domain}
                rights={rights}
              />
            )}
          </Section>
        </StackItem>
      )}
      <StackItem>
        <CheckedCaption checks={notChecked} situation={situation} failures={failures} />
      </StackItem>
      {end && <StackItem>{end}</StackItem>}
    </Stack>
  );
};

export default ExposureDetail;
