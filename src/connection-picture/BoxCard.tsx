import { Card, CardBody, CardTitle, Icon, type IconComponentProps } from '@patternfly/react-core';
import {
  CheckCircleIcon,
  ExclamationCircleIcon,
  ExclamationTriangleIcon,
  OutlinedCircleIcon,
} from '@patternfly/react-icons';
import type { PictureBox } from '../domain/exposure/connectionPicture';
import type { HopState } from '../domain/diagnosis/hopPath';
import { boxStateText, boxText } from '../ui/text/pictureText';
import { useText } from '../ui/useText';

const MARKS: Readonly<
  Record<HopState, { readonly icon: typeof CheckCircleIcon } & Pick<IconComponentProps, 'status'>>
> = {
  ok: { icon: CheckCircleIcon, status: 'success' },
  limited: { icon: ExclamationTriangleIcon, status: 'warning' },
  'partly-blocked': { icon: ExclamationTriangleIcon, status: 'warning' },
  'blocked-here': { icon: ExclamationCircleIcon, status: 'danger' },
  'not-checked': { icon: OutlinedCircleIcon },
  'not-reached': { icon: OutlinedCircleIcon },
};

/** One box of the picture: a title and lines of text; what no connection reaches is dimmed. */
export const BoxCard = ({ box }: { readonly box: PictureBox }) => {
  const t = useText();
  const { title, lines } = boxText(t, box.content);
  const stateText = boxStateText(t, box);
  const mark = box.state && MARKS[box.state];
  const isDimmed = box.state === 'not-reached';
  return (
    <Card isCompact isFullHeight variant={isDimmed ? 'secondary' : 'default'}>
      <CardTitle component="div" className={isDimmed ? 'pf-v6-u-text-color-subtle' : ''}>
        {title}
      </CardTitle>
      <CardBody className={`pf-v6-u-font-size-sm${isDimmed ? ' pf-v6-u-text-color-subtle' : ''}`}>
        {lines.map((line) => (
          <div key={line} className="pf-v6-u-text-break-word">
            {line}
          </div>
        ))}
        {mark && stateText && (
          <div>
            <Icon isInline {...(mark.status ? { status: mark.status } : {})}>
              <mark.icon />
            </Icon>{' '}
            {stateText}
          </div>
        )}
      </CardBody>
    </Card>
  );
};
