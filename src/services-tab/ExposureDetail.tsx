import { traitsOf } from '../domain/k8s/exposedTypes';
import { useLayoutEffect, useMemo, useState } from 'react';
import { Content, ExpandableSection, Flex, FlexItem, List, ListItem } from '@patternfly/react-core';
import { useClusterDomain } from '../cluster/ask/useClusterDomain';
import { useExposure, type KnownExposure } from '../cluster/watch/useExposure';
import { diagnose, type Verdict } from '../domain/diagnosis/diagnose';
import { hopPath } from '../domain/diagnosis/hopPath';
import { offerFor } from '../domain/diagnosis/offer';
import type { RuleCode } from '../domain/diagnosis/finding';
import type { Situation } from '../domain/diagnosis/situation';
import { entrancesTo } from '../domain/k8s/entrances';
import { namespaceOf, nameOf, type Labels } from '../domain/k8s/objects';
import { livePod } from '../domain/k8s/seen';
import { selectorText } from '../domain/labels/selector';
import { Loading } from '../ui/loading/Loading';
import { useText } from '../ui/useText';
import { FindingItem } from './FindingItem';
import { HopPath } from './HopPath';
import { LabelLayersTable } from './LabelLayersTable';
import { NotCheckedList } from './NotCheckedList';
import { lazyPart } from '../ui/loading/lazyPart';

// rarely opened
const ClusterTest = lazyPart(() => import('../cluster-test/ClusterTest'));

/** The actions of a detail; each opens a review first. */
export interface DetailActions {
  /** fixes a finding; with the situation in which it was found */
  readonly onFix?: ((code: RuleCode, situation: Situation) => void) | undefined;
  /** copies labels of the VirtualMachine object into its template */
  readonly onCopyLabels?: ((labels: Labels) => void) | undefined;
}

export interface ExposureDetailProps extends KnownExposure, DetailActions {
  /** called when everything is read, and on every change */
  readonly onVerdict: (verdict: Verdict) => void;
}

/**
 * Why a Service reaches a VM or does not: the connection path, the findings on it, what was not checked, and the
 * labels.
 */
const ExposureDetail = ({ onFix, onCopyLabels, onVerdict, ...known }: ExposureDetailProps) => {
  const t = useText();
  const { loaded, situation, failures } = useExposure(known);
  const diagnosis = useMemo(() => diagnose(situation), [situation]);
  const { verdict, findings, notChecked } = diagnosis;
  // before painting, so that the row and its detail never show different verdicts
  useLayoutEffect(() => {
    if (loaded) onVerdict(verdict);
  }, [loaded, verdict, onVerdict]);
  const { domain } = useClusterDomain();
  const [isTesting, setTesting] = useState(false);
  if (!loaded) return <Loading />;

  const { service, vm, routes, ingresses, rights, endpointSlices } = situation;
  const namespace = namespaceOf(service);
  const selector = service.spec?.selector ?? {};
  const entrances = entrancesTo(service, routes, ingresses);
  const pod = livePod(vm);
  const names = {
    Route: [...new Set(entrances.map(({ name }) => name))].join(', '),
    Service: nameOf(service),
    Pod: pod ? nameOf(pod) : '',
    guest: nameOf(vm.vm),
  };
  return (
    <Flex direction={{ default: 'column' }} gap={{ default: 'gapMd' }}>
      <FlexItem>
        <Content component="p">
          {selectorText(selector)
            ? t('Selects {{selector}}', { selector: selectorText(selector) })
            : t('Has no selector')}
        </Content>
      </FlexItem>
      <FlexItem>
        <HopPath path={hopPath(diagnosis, entrances.length > 0 || routes === undefined)} names={names} />
      </FlexItem>
      <FlexItem>
        <Content component="small">{t('Based on configuration. To check that the guest answers, run a test.')}</Content>
      </FlexItem>
      {findings.length > 0 && (
        <FlexItem>
          <List isPlain isBordered aria-label={t('Findings')}>
            {findings.map((finding) => (
              <ListItem key={finding.code}>
                <FindingItem
                  finding={finding}
                  namespace={namespace}
                  offer={offerFor(finding.code, situation)}
                  onFix={onFix && (() => onFix(finding.code, situation))}
                />
              </ListItem>
            ))}
          </List>
        </FlexItem>
      )}
      <FlexItem>
        <NotCheckedList checks={notChecked} situation={situation} failures={failures} />
      </FlexItem>
      <FlexItem>
        <LabelLayersTable vm={vm} selector={selector} mayCopy={rights?.patchVm ?? true} onCopy={onCopyLabels} />
      </FlexItem>
      {traitsOf(service).selectsPods && (
        <FlexItem>
          <ExpandableSection
            toggleText={t('Test from the cluster')}
            isExpanded={isTesting}
            onToggle={(_event, willExpand) => setTesting(willExpand)}
          >
            {isTesting && (
              <ClusterTest
                service={service}
                vms={[vm]}
                endpointSlices={endpointSlices}
                networkPolicies={situation.networkPolicies}
                clusterDomain={domain}
                {...(rights ? { rights } : {})}
              />
            )}
          </ExpandableSection>
        </FlexItem>
      )}
    </Flex>
  );
};

export default ExposureDetail;
