import { Content, Flex, FlexItem, Label, type LabelProps } from '@patternfly/react-core';
import { brokenHop, type HopOnPath, type HopState } from '../domain/diagnosis/hopPath';
import type { Hop } from '../domain/diagnosis/rule';
import { hopStateText, hopText } from '../ui/hopText';
import { useText } from '../ui/useText';

const LOOKS: Readonly<Record<HopState, Pick<LabelProps, 'status' | 'variant'>>> = {
  fine: { status: 'success' },
  caveat: { status: 'warning' },
  partly: { status: 'warning' },
  broken: { status: 'danger' },
  'not-checked': { status: 'info', variant: 'outline' },
};

interface HopPathProps {
  readonly path: readonly HopOnPath[];
  /** the names of the objects that a hop is, where it is any */
  readonly names: Readonly<Partial<Record<Hop, string>>>;
}

/** The way of a connection, hop by hop, each with its state in words; the first that lets nothing through is marked. */
export const HopPath = ({ path, names }: HopPathProps) => {
  const t = useText();
  const first = brokenHop(path);
  return (
    <Flex component="ol" role="list" aria-label={t('The way of a connection')} className="pf-v6-c-list pf-m-plain" alignItems={{ default: 'alignItemsFlexStart' }} gap={{ default: 'gapMd' }}>
      {path.map(({ hop, state, codes }, index) => (
        <FlexItem key={hop} component="li" {...(hop === first ? { 'aria-current': 'step' } : {})}>
          <Content component="small">
            {index > 0 && <span aria-hidden="true">→ </span>}
            {hopText(t, hop)}
            {names[hop] && ` ${names[hop]}`}
          </Content>
          <div>
            <Label isCompact {...LOOKS[state]}>
              {hopStateText(t, state)}
            </Label>{' '}
            {codes.length > 0 && <Content component="small">{codes.join(', ')}</Content>}
          </div>
          {hop === first && <strong>{t('First broken')}</strong>}
        </FlexItem>
      ))}
    </Flex>
  );
};
