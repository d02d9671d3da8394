import { useRef } from 'react';
import { Flex } from '@patternfly/react-core';
import { brokenHop, type HopOnPath, type HopState } from '../../domain/diagnosis/hopPath';
import type { Hop } from '../../domain/diagnosis/rule';
import { testOutcomeText } from '../../ui/text/clusterTestText';
import { hopStateText, hopText } from '../../ui/text/hopText';
import { useWidth } from '../../host/useWidth';
import { useText } from '../../ui/useText';
import { StatusIcon, type StatusLook } from '../../ui/verdict/StatusIcon';

/** Below it the hops have no room side by side. */
const HORIZONTAL_FROM = 640;

/** With the modifier of PatternFly's progress stepper. */
const LOOKS: Readonly<Record<HopState, { readonly icon: StatusLook; readonly modifier: string }>> = {
  ok: { icon: 'success', modifier: 'pf-m-success' },
  limited: { icon: 'warning', modifier: 'pf-m-warning' },
  'partly-blocked': { icon: 'warning', modifier: 'pf-m-warning' },
  'blocked-here': { icon: 'danger', modifier: 'pf-m-danger' },
  'not-checked': { icon: 'unknown', modifier: 'pf-m-pending' },
  'not-reached': { icon: 'pending', modifier: 'pf-m-pending' },
};

const STEPPER = 'pf-v6-c-progress-stepper';

interface HopPathProps {
  readonly path: readonly HopOnPath[];
  /** the address or object at each hop, where one is known */
  readonly places: Readonly<Partial<Record<Hop, string>>>;
}

/**
 * The connection path, hop by hop, each with its address or object and its state in words; the first blocked hop is
 * marked, and what is behind it is pending. The classes of PatternFly's progress stepper, whose component the console
 * does not share.
 */
export const HopPath = ({ path, places }: HopPathProps) => {
  const t = useText();
  const pane = useRef<HTMLDivElement>(null);
  const width = useWidth(pane);
  const first = brokenHop(path);
  const isHorizontal = width >= HORIZONTAL_FROM;
  return (
    <div ref={pane}>
      <ol
        className={`${STEPPER} ${isHorizontal ? 'pf-m-horizontal' : 'pf-m-vertical'}`}
        aria-label={t('Connection path')}
      >
        {path.map(({ hop, state, test }) => (
          <li
            key={hop}
            className={`${STEPPER}__step ${LOOKS[state].modifier}${hop === first ? ' pf-m-current' : ''}`}
            {...(hop === first ? { 'aria-current': 'step' } : {})}
          >
            <div className={`${STEPPER}__step-connector`}>
              <span className={`${STEPPER}__step-icon`}>
                <StatusIcon look={LOOKS[state].icon} />
              </span>
            </div>
            <div className={`${STEPPER}__step-main${isHorizontal ? '' : ' pf-v6-u-mb-sm'}`}>
              <Flex
                direction={{ default: isHorizontal ? 'column' : 'row' }}
                alignItems={{ default: isHorizontal ? 'alignItemsStretch' : 'alignItemsBaseline' }}
                rowGap={{ default: 'rowGapNone' }}
                columnGap={{ default: 'columnGapSm' }}
              >
                <div className={`${STEPPER}__step-title`}>{hopText(t, hop)}</div>
                {places[hop] && (
                  <div className={`${STEPPER}__step-description pf-v6-u-text-break-word`}>{places[hop]}</div>
                )}
                <div className={`${STEPPER}__step-description`}>
                  {test ? testOutcomeText(t, test) : hopStateText(t, state)}
                </div>
              </Flex>
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
};
