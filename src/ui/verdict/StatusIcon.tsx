import type { ComponentType } from 'react';
import { Icon, type IconComponentProps } from '@patternfly/react-core';
import {
  CheckCircleIcon,
  ExclamationCircleIcon,
  ExclamationTriangleIcon,
  InfoCircleIcon,
  OutlinedCircleIcon,
  OutlinedQuestionCircleIcon,
} from '@patternfly/react-icons';
import type { Verdict } from '../../domain/diagnosis/diagnose';

/** How something stands: `unknown` was not checked, `pending` is not reached or has not begun. */
export type StatusLook = 'success' | 'warning' | 'danger' | 'info' | 'unknown' | 'pending';

const ICONS: Readonly<Record<StatusLook, ComponentType>> = {
  success: CheckCircleIcon,
  warning: ExclamationTriangleIcon,
  danger: ExclamationCircleIcon,
  info: InfoCircleIcon,
  unknown: OutlinedQuestionCircleIcon,
  pending: OutlinedCircleIcon,
};

const COLORS: Readonly<Partial<Record<StatusLook, IconComponentProps['status']>>> = {
  success: 'success',
  warning: 'warning',
  danger: 'danger',
  info: 'info',
};

export const VERDICT_LOOKS: Readonly<Record<Verdict, StatusLook>> = {
  reachable: 'success',
  'partly-reachable': 'warning',
  'not-reachable': 'danger',
  'not-checked': 'unknown',
};

/** The icon of a status; the word beside it tells the same, so screen readers skip it. */
export const StatusIcon = ({ look }: { readonly look: StatusLook }) => {
  const Shape = ICONS[look];
  return (
    <Icon isInline {...(COLORS[look] ? { status: COLORS[look] } : {})}>
      <Shape />
    </Icon>
  );
};
