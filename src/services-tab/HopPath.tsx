import { Label, List, ListComponent, ListItem, ListVariant, OrderType, type LabelProps } from '@patternfly/react-core';
import { brokenHop, type HopOnPath, type HopState } from '../domain/diagnosis/hopPath';
import type { Hop } from '../domain/diagnosis/rule';
import { hopStateText, hopText } from '../ui/text/hopText';
import { useText } from '../ui/useText';

const LOOKS: Readonly<Record<HopState, Pick<LabelProps, 'status' | 'variant'>>> = {
  ok: { status: 'success' },
  limited: { status: 'warning' },
  'some-ports-blocked': { status: 'warning' },
  'blocked-here': { status: 'danger' },
  'not-checked': { status: 'info', variant: 'outline' },
  'not-reached': { variant: 'outline' },
};

interface HopPathProps {
  readonly path: readonly HopOnPath[];
  /** the names of the objects behind a hop, if any */
  readonly names: Readonly<Partial<Record<Hop, string>>>;
}

/** The connection path, hop by hop, each with its state in words; the first blocked hop is marked. */
export const HopPath = ({ path, names }: HopPathProps) => {
  const t = useText();
  const first = brokenHop(path);
  return (
    <List
      component={ListComponent.ol}
      type={OrderType.number}
      isPlain
      variant={ListVariant.inline}
      role="list"
      aria-label={t('Connection path')}
    >
      {path.map(({ hop, state, codes }, index) => (
        <ListItem key={hop} {...(hop === first ? { 'aria-current': 'step' } : {})}>
          <div className="pf-v6-u-font-size-sm">
            {index > 0 && <span aria-hidden="true">→ </span>}
            {hopText(t, hop)}
            {names[hop] && ` ${names[hop]}`}
          </div>
          <div>
            <Label isCompact {...LOOKS[state]}>
              {hopStateText(t, state)}
            </Label>{' '}
            {codes.length > 0 && <small>{codes.join(', ')}</small>}
          </div>
          {hop === first && <strong>{t('First broken')}</strong>}
        </ListItem>
      ))}
    </List>
  );
};
