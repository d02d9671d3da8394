import { Content, Flex } from '@patternfly/react-core';
import type { AddressRange } from '../../domain/network/cidr';
import { nodePortsOf } from '../../domain/k8s/nodePorts';
import { nameOf, type Route, type Service } from '../../domain/k8s/objects';
import { livePod, type SeenVm } from '../../domain/k8s/seen';
import { traitsOf } from '../../domain/k8s/exposedTypes';
import { CopyText } from '../../ui/CopyText';
import { IpWithRange } from '../../ui/IpWithRange';
import { useText } from '../../ui/useText';
import { LoadBalancerAddress } from './LoadBalancerAddress';
import { ResultRow } from './ResultRow';
import { RouteAddress } from './RouteAddress';

interface ResultAddressesProps {
  readonly service: Service;
  readonly vms: readonly SeenVm[];
  /** undefined for a Service without a Route of the same run */
  readonly route: Route | undefined;
  readonly ranges: readonly AddressRange[];
}

/** The addresses of the Service, by its type. */
export const ResultAddresses = ({ service, vms, route, ranges }: ResultAddressesProps) => {
  const t = useText();
  const { clusterIPs = [], externalIPs = [], externalName, ports = [] } = service.spec ?? {};
  const { selectsPods, hasClusterIp, hasLoadBalancer } = traitsOf(service);
  const isLocal = service.spec?.externalTrafficPolicy === 'Local';
  if (!selectsPods) {
    return (
      <ResultRow term={t('Alias of')}>
        <CopyText text={externalName ?? ''} />
        <Content component="p">{t('DNS leads there. The Service selects no virtual machine.')}</Content>
      </ResultRow>
    );
  }
  return (
    <>
      {!hasClusterIp ? (
        <ResultRow term={t('Cluster IP')}>{t('None: DNS leads straight to the virtual machines.')}</ResultRow>
      ) : (
        <ResultRow term={t('Cluster IP')}>
          {clusterIPs.map((ip) => (
            <IpWithRange key={ip} ip={ip} ranges={ranges} />
          ))}
        </ResultRow>
      )}
      {externalIPs.length > 0 && (
        <ResultRow term={t('External IPs')}>
          {externalIPs.map((ip) => (
            <IpWithRange key={ip} ip={ip} ranges={ranges} />
          ))}
        </ResultRow>
      )}
      {nodePortsOf(service).length > 0 && (
        <ResultRow term={t('Node ports')}>
          <Flex direction={{ default: 'column' }} gap={{ default: 'gapSm' }}>
            {ports.flatMap(({ port, protocol, nodePort }) =>
              nodePort
                ? [
                    <span key={`${nodePort}/${protocol}`}>
                      {isLocal
                        ? t('{{port}}/{{protocol}} by {{nodePort}} of the node that the virtual machine is on', {
                            port,
                            protocol,
                            nodePort,
                          })
                        : t('{{port}}/{{protocol}} by {{nodePort}} of every node', { port, protocol, nodePort })}
                    </span>,
                  ]
                : [],
            )}
            {nodesOf(vms).map(({ node, ip, vmName }) => (
              <span key={node}>
                <CopyText text={ip} /> {t('the node {{node}}, on which {{vmName}} runs now', { node, vmName })}
              </span>
            ))}
          </Flex>
        </ResultRow>
      )}
      {hasLoadBalancer && <LoadBalancerAddress service={service} />}
      {route && <RouteAddress route={route} />}
    </>
  );
};

/** The nodes of the VMs, read from their pods: few users can list nodes. */
const nodesOf = (vms: readonly SeenVm[]): { readonly node: string; readonly ip: string; readonly vmName: string }[] =>
  vms.flatMap((vm) => {
    const pod = livePod(vm);
    return pod?.status?.hostIP
      ? [{ node: pod.spec?.nodeName ?? '', ip: pod.status.hostIP, vmName: nameOf(vm.vm) }]
      : [];
  });
