import type { ReactNode } from 'react';
import { useElementId } from '../../host/useElementId';
import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Title,
} from '@patternfly/react-core';
import type { Failure } from '../../domain/k8s/failure';
import type { SelectionHits } from '../../domain/labels/selectionPreview';
import { failureText } from '../../ui/text/failureText';
import { FirstFew } from '../../ui/FirstFew';
import { Notice } from '../../ui/Notice';
import { useText, type Text } from '../../ui/useText';

interface SelectionMomentProps {
  /** the moment, as a heading */
  readonly title: string;
  readonly hits: SelectionHits;
  /** false while the lists still belong to an older selector */
  readonly isCurrent: boolean;
  /** why the pods could not be read */
  readonly podsFailure?: Failure;
  /** why the VirtualMachines could not be read, at a moment that needs them */
  readonly vmsFailure?: Failure;
  /** true when a chosen VM that is not selected is a problem, not just something to wait for */
  readonly isMissBad: boolean;
}

const Group = ({ term, children }: { term: string; children: ReactNode }) => (
  <DescriptionListGroup>
    <DescriptionListTerm>{term}</DescriptionListTerm>
    <DescriptionListDescription>{children}</DescriptionListDescription>
  </DescriptionListGroup>
);

const Warning = ({
  title,
  names,
  variant = 'warning',
}: {
  title: string;
  names: readonly string[];
  variant?: 'warning' | 'info';
}) => (
  <Notice isPlain variant={variant} title={title}>
    <FirstFew items={names} />
  </Notice>
);

/** The only VM that is exposed, in one sentence. */
const ThisVm = ({ hits, isMissBad }: Pick<SelectionMomentProps, 'hits' | 'isMissBad'>) => {
  const t = useText();
  const [hit] = hits.chosen;
  const [missed] = hits.chosenMissed;
  const [unknown] = hits.chosenUnknown;
  if (hit !== undefined) return <>{t('{{name}} is selected.', { name: hit })}</>;
  if (missed !== undefined)
    return (
      <Notice
        isPlain
        variant={isMissBad ? 'warning' : 'info'}
        title={t('{{name}} is not selected.', { name: missed })}
      />
    );
  return (
    <Notice
      isPlain
      variant="warning"
      title={t('Whether {{name}} is selected is not known, because its pods could not be read.', {
        name: unknown ?? '',
      })}
    />
  );
};

const ChosenVms = ({ hits, isMissBad }: Pick<SelectionMomentProps, 'hits' | 'isMissBad'>) => {
  const t = useText();
  const { chosen, chosenMissed, chosenUnknown } = hits;
  return (
    <>
      {chosen.length > 0 && <FirstFew items={chosen} />}
      {chosenMissed.length > 0 && (
        <Warning
          title={t('Chosen, but not selected: {{count}}', { count: chosenMissed.length })}
          names={chosenMissed}
          variant={isMissBad ? 'warning' : 'info'}
        />
      )}
      {chosenUnknown.length > 0 && (
        <Warning
          title={t('Not known, because their pods could not be read: {{count}}', { count: chosenUnknown.length })}
          names={chosenUnknown}
        />
      )}
    </>
  );
};

interface OthersProps {
  /** why the listed objects are a problem */
  readonly title: string;
  readonly names: readonly string[];
  readonly isKnown: boolean;
  readonly isCurrent: boolean;
  readonly failures: readonly (Failure | undefined)[];
}

const notChecked = (t: Text, failures: OthersProps['failures'], hasNames: boolean): string => {
  const reason = failures.flatMap((failure) => (failure ? failureText(t, failure) : [])).join(' ');
  if (hasNames)
    return reason
      ? t('There may be more, not all was checked. {{reason}}', { reason })
      : t('There may be more, not all was checked.');
  return reason ? t('Not checked. {{reason}}', { reason }) : t('Not checked.');
};

/** What the Service selects besides the chosen VMs: ideally nothing. */
const Others = ({ title, names, isKnown, isCurrent, failures }: OthersProps) => {
  const t = useText();
  if (!isCurrent) return <>{t('Still being checked.')}</>;
  if (isKnown && names.length === 0) return <>{t('None')}</>;
  return (
    <>
      {names.length > 0 && <Warning title={title} names={names} />}
      {!isKnown && <div>{notChecked(t, failures, names.length > 0)}</div>}
    </>
  );
};

/** What the Service selects at one moment. */
export const SelectionMoment = ({
  title,
  hits,
  isCurrent,
  podsFailure,
  vmsFailure,
  isMissBad,
}: SelectionMomentProps) => {
  const t = useText();
  const id = useElementId();
  const isOne = hits.chosen.length + hits.chosenMissed.length + hits.chosenUnknown.length === 1;
  const { otherVms, otherPods, areOtherPodsKnown } = hits;
  return (
    <>
      <Title headingLevel="h3" size="md" id={id}>
        {title}
      </Title>
      <DescriptionList isCompact aria-labelledby={id}>
        <Group term={isOne ? t('This virtual machine') : t('The chosen virtual machines')}>
          {isOne ? <ThisVm hits={hits} isMissBad={isMissBad} /> : <ChosenVms hits={hits} isMissBad={isMissBad} />}
        </Group>
        <Group term={t('Other virtual machines')}>
          <Others
            title={t('The Service also sends connections to other virtual machines: {{count}}', {
              count: otherVms.length,
            })}
            names={otherVms}
            isKnown={hits.areOtherVmsKnown}
            isCurrent={isCurrent}
            failures={[areOtherPodsKnown ? undefined : podsFailure, vmsFailure]}
          />
        </Group>
        <Group term={t('Other pods')}>
          <Others
            title={t('The Service also sends connections to pods that are no virtual machine: {{count}}', {
              count: otherPods.length,
            })}
            names={otherPods}
            isKnown={areOtherPodsKnown}
            isCurrent={isCurrent}
            failures={[podsFailure]}
          />
        </Group>
      </DescriptionList>
    </>
  );
};
