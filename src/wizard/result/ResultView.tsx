import { useMemo } from 'react';
import { Content, Flex, PageSection } from '@patternfly/react-core';
import { useClusterDomain } from '../../cluster/ask/useClusterDomain';
import { useListReads } from '../../cluster/watch/useListReads';
import { useServiceEvents } from '../../cluster/watch/useServiceEvents';
import type { WatchedVms } from '../../cluster/watch/watchedVms';
import { useTestOutcomes } from '../../cluster-test/useTestOutcomes';
import { ConnectionPicture } from '../../connection-picture/ConnectionPicture';
import { diagnose } from '../../domain/diagnosis/diagnose';
import { hopPath } from '../../domain/diagnosis/hopPath';
import type { ExposeDraft } from '../../domain/draft/draft';
import { entrancesTo } from '../../domain/k8s/entrances';
import { TYPES } from '../../domain/k8s/exposedTypes';
import { nameOf, type Route } from '../../domain/k8s/objects';
import type { Rights } from '../../domain/k8s/rights';
import type { SeenVm } from '../../domain/k8s/seen';
import { VMI_ID_KEY } from '../../domain/k8s/labelKeys';
import type { AddressRange } from '../../domain/network/cidr';
import { awaitsLoadBalancer } from '../../domain/service/serviceAddresses';
import { Loading } from '../../ui/loading/Loading';
import { useText } from '../../ui/useText';
import { ResultDetails } from './ResultDetails';
import { ResultHero } from './ResultHero';
import { ResultVms } from './ResultVms';

interface ResultViewProps {
  readonly draft: ExposeDraft;
  readonly vms: readonly SeenVm[];
  readonly watched: WatchedVms;
  /** undefined where they could not be read */
  readonly routes: readonly Route[] | undefined;
  /** the known address ranges, to tell which one contains an address */
  readonly ranges: readonly AddressRange[];
  readonly rights: Rights;
  readonly onUndo: () => void;
  readonly onAgain: () => void;
}

/**
 * The result: whether the VM is reachable and by which address, then the picture of the connection, then all else,
 * collapsed. It judges by what the Services tab judges by, too.
 */
const ResultView = ({ draft, vms, watched, routes, ranges, rights, onUndo, onAgain }: ResultViewProps) => {
  const t = useText();
  const { domain } = useClusterDomain();
  const { namespace, serviceName } = draft;
  const { isSettled, reads } = useListReads(namespace);
  const findOutcome = useTestOutcomes();
  const { services, endpointSlices } = watched;
  const service = services?.find((candidate) => nameOf(candidate) === serviceName);
  const { events } = useServiceEvents(service && awaitsLoadBalancer(service) ? service : undefined);
  const judged = useMemo(
    () =>
      service
        ? vms.map((vm) => {
            const situation = { ...reads, services, service, vm, endpointSlices, events };
            return { vm, situation, diagnosis: diagnose(situation), test: findOutcome(situation) };
          })
        : [],
    [service, vms, reads, services, endpointSlices, events, findOutcome],
  );
  const pictured = useMemo(() => {
    const hasRoute = !service || reads.routes === undefined || entrancesTo(service, reads.routes, []).length > 0;
    return judged.map(({ vm, diagnosis, test }) => ({
      vm,
      verdict: diagnosis.verdict,
      path: hopPath(diagnosis, hasRoute, test),
    }));
  }, [service, reads, judged]);
  if (!service || !isSettled) return <Loading />;
  const route = TYPES[draft.type].makesRoute ? routes?.find((found) => nameOf(found) === serviceName) : undefined;
  const addressed = { service, vms, endpointSlices, route, clusterDomain: domain };
  return (
    <PageSection hasBodyWrapper={false}>
      <Flex direction={{ default: 'column' }} gap={{ default: 'gapMd' }}>
        <ResultHero
          addressed={addressed}
          judged={judged}
          events={events ?? []}
          networkPolicies={reads.networkPolicies}
          checkedAt={reads.now}
          isNew={draft.opened === undefined}
          rights={rights}
          onUndo={onUndo}
          onAgain={onAgain}
        />
        {vms.length > 1 && <ResultVms namespace={namespace} judged={judged} />}
        <ConnectionPicture
          service={service}
          vms={pictured}
          endpointSlices={endpointSlices}
          routes={reads.routes}
          clusterDomain={domain}
        />
        <ResultDetails addressed={addressed} ranges={ranges} />
        {service.spec?.selector?.[VMI_ID_KEY] && (
          <Content component="small">
            {t(
              'OpenShift 4.22 does not show this Service on the VM Overview page. You can find it on the Services tab.',
            )}
          </Content>
        )}
      </Flex>
    </PageSection>
  );
};

export default ResultView;
