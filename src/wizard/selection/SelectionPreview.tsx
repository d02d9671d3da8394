import { useElementId } from '../../host/useElementId';
import { Content, Grid, GridItem, Title } from '@patternfly/react-core';
import type { LostSelection } from '../../domain/labels/lostSelections';
import type { ReplacedValue } from '../../domain/labels/replacedValues';
import type { Failure } from '../../domain/k8s/failure';
import type { PreviewedSelection } from '../../domain/labels/selectionPreview';
import { failureText } from '../../ui/text/failureText';
import { FirstFew } from '../../ui/FirstFew';
import { lostSelectionText } from '../../ui/text/lostSelectionText';
import { Notice } from '../../ui/Notice';
import { useText } from '../../ui/useText';
import { SelectionMoment } from './SelectionMoment';

interface SelectionPreviewProps {
  readonly preview: PreviewedSelection;
  /** the labels of its VMs that get another value */
  readonly replaced: readonly ReplacedValue[];
  /** what other Services would lose; undefined when the Services could not be read */
  readonly losses: readonly LostSelection[] | undefined;
  /** false while reading, or while the data belong to an older selector */
  readonly isCurrent: boolean;
  readonly podsFailure?: Failure;
  readonly vmsFailure?: Failure;
  readonly servicesFailure?: Failure;
}

/** One sentence for each Service and VM: a loss that starts now is not repeated for the next restart. */
const told = (losses: readonly LostSelection[]): LostSelection[] =>
  losses.filter(
    ({ service, vm, when }) =>
      when === 'now' || !losses.some((other) => other.when === 'now' && other.service === service && other.vm === vm),
  );

const Losses = ({ losses, servicesFailure }: Pick<SelectionPreviewProps, 'losses' | 'servicesFailure'>) => {
  const t = useText();
  if (!losses) {
    return (
      <Content component="p">
        {servicesFailure
          ? t('Whether other Services would lose a virtual machine was not checked. {{reason}}', {
              reason: failureText(t, servicesFailure),
            })
          : t('Whether other Services would lose a virtual machine was not checked.')}
      </Content>
    );
  }
  if (losses.length === 0) return null;
  return (
    <Notice variant="warning" title={t('Other Services would lose a virtual machine')}>
      <FirstFew items={told(losses).map((lost) => lostSelectionText(t, lost))} />
    </Notice>
  );
};

const Replaced = ({ replaced }: Pick<SelectionPreviewProps, 'replaced'>) => {
  const t = useText();
  if (replaced.length === 0) return null;
  return (
    <Notice variant="info" title={t('Labels that get another value')}>
      <FirstFew
        items={replaced.map(({ vms, ...values }) =>
          t('{{key}} changes from {{before}} to {{after}} on {{vms}}.', { ...values, vms: vms.join(', ') }),
        )}
      />
    </Notice>
  );
};

/**
 * What the planned Service selects, after the run and after the next restarts, and what other Services would lose.
 * It changes while the user types: screen readers announce it when it has settled.
 */
export const SelectionPreview = ({
  preview,
  replaced,
  losses,
  isCurrent,
  podsFailure,
  vmsFailure,
  servicesFailure,
}: SelectionPreviewProps) => {
  const t = useText();
  const id = useElementId();
  const shared = { isCurrent, ...(podsFailure ? { podsFailure } : {}) };
  return (
    <section aria-labelledby={id} aria-live="polite" aria-busy={!isCurrent}>
      <Title headingLevel="h2" size="md" id={id} className="pf-v6-u-mb-sm">
        {t('What the Service selects')}
      </Title>
      <Grid hasGutter xl={6}>
        <GridItem>
          <SelectionMoment title={t('After you apply')} hits={preview.afterApply} isMissBad={false} {...shared} />
        </GridItem>
        <GridItem>
          <SelectionMoment
            title={t('After the next restart')}
            hits={preview.afterRestart}
            isMissBad
            {...shared}
            {...(vmsFailure ? { vmsFailure } : {})}
          />
        </GridItem>
      </Grid>
      <Replaced replaced={replaced} />
      <Losses losses={losses} {...(servicesFailure ? { servicesFailure } : {})} />
    </section>
  );
};
