import type { Column } from '../../domain/exposed/rowOrder';

/** Cells stand closer than PatternFly has them: six columns share the pane beside the console's navigation. */
export const TIGHT = 'pf-v6-u-px-sm';
/** Room for an icon button or a checkbox. */
export const BUTTON_WIDTH = '2.5rem';

/** Widths as CSS has them; absent for the columns that share what the others leave. */
export const WIDTHS: Readonly<Partial<Record<Column, string>>> = {
  project: '8rem',
  address: '14rem',
  type: '9rem',
  ports: '9rem',
  'dns-name': '16rem',
  creator: '8rem',
  created: '9rem',
  status: '9rem',
};
