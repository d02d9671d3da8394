import { traitsOf } from '../../domain/k8s/exposedTypes';
import { Flex } from '@patternfly/react-core';
import { clientCommand, lookUpCommand, targetsOf } from '../../domain/cluster-test/clientCommands';
import { dnsNames } from '../../domain/service/dnsNames';
import { namespaceOf, nameOf, type Service } from '../../domain/k8s/objects';
import { livePod, type SeenVm } from '../../domain/k8s/seen';
import { CodeWithCopy } from '../../ui/CodeWithCopy';
import { useText } from '../../ui/useText';
import { ResultRow } from './ResultRow';

interface ClientCommandsProps {
  readonly service: Service;
  readonly vms: readonly SeenVm[];
  readonly clusterDomain: string;
}

/**
 * Commands for clients: one for each known port, from inside the cluster and from outside if it is exposed there; and
 * one that looks up the name.
 */
export const ClientCommands = ({ service, vms, clusterDomain }: ClientCommandsProps) => {
  const t = useText();
  const namespace = namespaceOf(service);
  const name = dnsNames(nameOf(service), namespace, clusterDomain)[0]?.name ?? '';
  const balancer = (service.status?.loadBalancer?.ingress ?? []).flatMap(({ ip, hostname }) => ip ?? hostname ?? []);
  const { selectsPods, hasNodePorts, hasLoadBalancer } = traitsOf(service);
  // prefer the load balancer's own address
  const nodes =
    hasNodePorts && !hasLoadBalancer ? vms.flatMap((vm) => livePod(vm)?.status?.hostIP ?? []).slice(0, 1) : [];
  const targets = !selectsPods
    ? []
    : [
        ...targetsOf(service, name),
        ...nodes.flatMap((node) => targetsOf(service, node, true)),
        ...balancer.flatMap((address) => targetsOf(service, address)),
      ];
  const lines = [...new Set(targets.flatMap((target) => clientCommand(target) ?? []))];
  return (
    <ResultRow term={t('Commands')}>
      <Flex direction={{ default: 'column' }} gap={{ default: 'gapSm' }}>
        {lines.map((line) => (
          <CodeWithCopy key={line} label={t('Copy {{command}}', { command: line })} code={line} />
        ))}
        <CodeWithCopy
          label={t('Copy the command that asks for the name from a pod')}
          code={lookUpCommand(name, namespace)}
        />
      </Flex>
    </ResultRow>
  );
};
