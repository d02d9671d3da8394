import { useEffect, useRef } from 'react';
import { Alert, Content, Flex, FlexItem, Spinner } from '@patternfly/react-core';
import { ExternalLinkAltIcon } from '@patternfly/react-icons';
import type { Situation } from '../../domain/diagnosis/situation';
import { mainAddress, nodeAddresses, type AddressedService } from '../../domain/exposure/mainAddress';
import { portsServed } from '../../domain/exposure/picturePorts';
import { furtherFindings, resultHeadline, type ResultVm } from '../../domain/exposure/resultHeadline';
import { namespaceOf, nameOf, type ClusterEvent, type NetworkPolicy } from '../../domain/k8s/objects';
import type { Rights } from '../../domain/k8s/rights';
import { ButtonLink } from '../../ui/ButtonLink';
import { CopyText } from '../../ui/CopyText';
import { fixTask } from '../../service-parts/steps/fixTask';
import { useStepsTask } from '../../service-parts/steps/useStepsTask';
import { lazyPart } from '../../ui/loading/lazyPart';
import { servicesTabPath, serviceVmsPath } from '../../ui/paths';
import { testOutcomeText } from '../../ui/text/clusterTestText';
import { headlineText } from '../../ui/text/resultText';
import { timeText } from '../../ui/text/timeText';
import { useText } from '../../ui/useText';
import { FindingOfResult } from './FindingOfResult';
import { ResultActions } from './ResultActions';
import { WaitedFor } from './WaitedFor';

const ClusterTest = lazyPart(() => import('../../cluster-test/ClusterTest'));
const StepsDialog = lazyPart(() => import('../../service-parts/steps/StepsDialog'), null);

/** One VM of the result, with what it was judged by. */
export interface JudgedVm extends ResultVm {
  readonly situation: Situation;
}

interface ResultHeroProps {
  readonly addressed: AddressedService;
  readonly judged: readonly JudgedVm[];
  /** about a Service that waits for a load balancer */
  readonly events: readonly ClusterEvent[];
  readonly networkPolicies: readonly NetworkPolicy[] | undefined;
  /** milliseconds since 1970 */
  readonly checkedAt: number | undefined;
  /** false where the run used a Service that was there before */
  readonly isNew: boolean;
  readonly rights: Rights;
  readonly onUndo: () => void;
  readonly onAgain: () => void;
}

/** One sentence about the outcome, one address, one command, and what can be done next. It takes the focus. */
export const ResultHero = (props: ResultHeroProps) => {
  const { addressed, judged, events, networkPolicies, checkedAt, isNew, rights, onUndo, onAgain } = props;
  const t = useText();
  const title = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    // the heading itself is PatternFly's
    const heading = title.current?.closest('h2');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  }, []);
  const { task, open, close, top } = useStepsTask();
  const { service, vms, endpointSlices, route, clusterDomain } = addressed;
  const namespace = namespaceOf(service);
  const headline = resultHeadline(service, judged, route);
  const names = vms.map(({ vm }) => nameOf(vm));
  const [name = ''] = names;
  const {
    variant,
    title: words,
    sentence,
  } = headlineText(t, headline, {
    name,
    count: names.length,
    serviceName: nameOf(service),
    isNew,
    alias: service.spec?.externalName ?? '',
    ports: portsServed(service),
  });
  const address = mainAddress(addressed);
  const isWaiting = headline.says === 'waiting-for-address' || headline.says === 'waiting-for-router';
  const finding = 'finding' in headline ? headline.finding : undefined;
  const found = finding && judged.find(({ diagnosis }) => diagnosis.findings.includes(finding));
  const tested = judged.flatMap(({ test }) => test ?? [])[0];
  const isUnreached = headline.says === 'not-reachable' || headline.says === 'later';
  const isGuestOpen = headline.says === 'reachable' || headline.says === 'partly-reachable';
  return (
    <div ref={top} tabIndex={-1}>
      <Alert
        isInline
        isLiveRegion
        variant={variant}
        component="h2"
        title={<span ref={title}>{words}</span>}
        {...(isWaiting ? { customIcon: <Spinner size="md" aria-hidden /> } : {})}
      >
        <Flex direction={{ default: 'column' }} gap={{ default: 'gapMd' }}>
          {(sentence || isGuestOpen) && (
            <Content component="p">
              {sentence}{' '}
              {isGuestOpen &&
                (tested
                  ? testOutcomeText(t, tested)
                  : checkedAt !== undefined &&
                    t('Configuration checked at {{time}}. The guest was not tested.', { time: timeText(checkedAt) }))}
            </Content>
          )}
          {finding && found && (
            <FindingOfResult
              finding={finding}
              situation={found.situation}
              onFix={(label) => open(fixTask(label, finding, found.situation))}
            />
          )}
          {furtherFindings(headline, judged).map(({ finding: further, of: { situation } }, index) => (
            <FindingOfResult
              key={index}
              finding={further}
              situation={situation}
              onFix={(label) => open(fixTask(label, further, situation))}
            />
          ))}
          {headline.says === 'waiting-for-address' && (
            <WaitedFor events={events} meanwhile={nodeAddresses(service, vms)} />
          )}
          {address && (
            <dl>
              <dt className="pf-v6-u-font-weight-bold">{t('Address')}</dt>
              <dd>
                <Flex gap={{ default: 'gapSm' }}>
                  {address.isUrl && (
                    <FlexItem>
                      <a href={address.text} target="_blank" rel="noopener noreferrer">
                        {t('Open URL')} <ExternalLinkAltIcon />
                      </a>
                    </FlexItem>
                  )}
                  <FlexItem>
                    <CopyText text={address.text} />
                  </FlexItem>
                  {address.or.map((other) => (
                    <FlexItem key={other}>
                      <CopyText text={other} />
                    </FlexItem>
                  ))}
                </Flex>
              </dd>
              {address.command && !isUnreached && (
                <>
                  <dt className="pf-v6-u-font-weight-bold pf-v6-u-mt-sm">{t('Try it')}</dt>
                  <dd>
                    <CopyText text={address.command} />
                  </dd>
                </>
              )}
            </dl>
          )}
          <ClusterTest
            service={service}
            vms={vms}
            endpointSlices={endpointSlices}
            networkPolicies={networkPolicies}
            clusterDomain={clusterDomain}
            rights={rights}
          >
            <FlexItem>
              <ButtonLink
                to={names.length === 1 ? servicesTabPath(namespace, name) : serviceVmsPath(namespace, nameOf(service))}
              >
                {names.length === 1
                  ? t('View Services of {{name}}', { name })
                  : t('View Service {{name}}', { name: nameOf(service) })}
              </ButtonLink>
            </FlexItem>
            <FlexItem>
              <ResultActions onAgain={onAgain} onUndo={onUndo} />
            </FlexItem>
          </ClusterTest>
        </Flex>
      </Alert>
      {/* it stays when the finding that it is about goes */}
      {task && <StepsDialog task={task} rights={rights} onClose={close} />}
    </div>
  );
};
