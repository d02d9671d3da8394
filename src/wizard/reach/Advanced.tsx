import type { ServiceOptions } from '../../domain/service/serviceOptions';
import { useText } from '../../ui/useText';
import type { StepProps } from '../draft/stepProps';
import { lazyPart } from '../../ui/loading/lazyPart';
import { FoldedOptions } from './FoldedOptions';

const AdvancedFields = lazyPart(() => import('./AdvancedFields'));

const OPTIONS_HERE: ReadonlySet<keyof ServiceOptions> = new Set(['clusterIP', 'externalIPs', 'stickySeconds']);

/** The rarely used options of any Service. */
export const Advanced = (props: StepProps) => {
  const t = useText();
  return (
    <FoldedOptions
      title={t('Advanced Service settings')}
      hasProblem={props.problems.some(({ field }) => field.at === 'option' && OPTIONS_HERE.has(field.name))}
    >
      {() => <AdvancedFields {...props} />}
    </FoldedOptions>
  );
};
