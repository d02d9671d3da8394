import {
  withExistingService,
  type ExposeDraft,
  type LabelDraft,
  type SelectionDraft,
  type SpecTiming,
} from '../../domain/draft/draft';
import { settled, type Choice, type Conflict } from '../../domain/draft/conflict';
import type { LabelTiming } from '../../domain/labels/timing';
import type { Service } from '../../domain/k8s/objects';
import type { RouteDraft } from '../../domain/service/routeDraft';
import type { ExposedType } from '../../domain/k8s/exposedTypes';
import { NO_OPTIONS, type ServiceOptions } from '../../domain/service/serviceOptions';
import type { PortDraft } from '../../domain/service/servicePort';

type LabelSelection = Extract<SelectionDraft, { by: 'label' }>;

/** What a user can do to the draft in the wizard. */
export type DraftAction =
  | { readonly type: 'service-name'; readonly name: string }
  /** adds the VMs to an existing Service; undefined while none is selected */
  | { readonly type: 'join'; readonly service: Service | undefined; readonly timing: LabelTiming }
  /** back to a new Service, as it was drafted before or as proposed */
  | { readonly type: 'new-service'; readonly draft: ExposeDraft }
  /** whose value a setting is to have that somebody else has changed too */
  | { readonly type: 'settle'; readonly conflict: Conflict; readonly choice: Choice }
  | { readonly type: 'service-type'; readonly serviceType: ExposedType }
  | { readonly type: 'option'; readonly change: Partial<ServiceOptions> }
  | { readonly type: 'route'; readonly change: Partial<RouteDraft> }
  | { readonly type: 'hostname'; readonly hostname: string }
  /** adds target ports to the interface's `ports` list, or withdraws that */
  | { readonly type: 'opens-ports'; readonly opensPorts: boolean }
  | { readonly type: 'spec-timing'; readonly timing: SpecTiming }
  | { readonly type: 'port'; readonly index: number; readonly change: Partial<PortDraft> }
  /** adds a port that is known, or one to be typed */
  | { readonly type: 'add-port'; readonly port?: Pick<PortDraft, 'name' | 'port' | 'protocol'> }
  | { readonly type: 'remove-port'; readonly index: number }
  | { readonly type: 'by-identity' }
  | { readonly type: 'by-label'; readonly selection: LabelSelection }
  | { readonly type: 'label'; readonly index: number; readonly change: Partial<LabelDraft> }
  | { readonly type: 'add-label' }
  | { readonly type: 'remove-label'; readonly index: number }
  /** removes a label from the template, or withdraws that */
  | { readonly type: 'take-away' | 'leave'; readonly key: string }
  | { readonly type: 'timing'; readonly timing: LabelTiming };

const changeAt = <T>(list: readonly T[], index: number, change: Partial<T>): T[] =>
  list.map((item, at) => (at === index ? { ...item, ...change } : item));
const without = <T>(list: readonly T[], index: number): T[] => list.filter((_item, at) => at !== index);

const EMPTY_PORT: PortDraft = { name: '', port: '', targetPort: '', protocol: 'TCP', nodePort: '' };

/** While port and target port are equal, as in most Services, the target port follows the port. */
const withTarget = (before: PortDraft | undefined, change: Partial<PortDraft>): Partial<PortDraft> =>
  change.port !== undefined && change.targetPort === undefined && before?.port === before?.targetPort
    ? { ...change, targetPort: change.port }
    : change;

/** The Route keeps its target port when another port is removed. */
const routeWithout = (route: RouteDraft, index: number): RouteDraft => {
  const { portIndex } = route;
  return index > portIndex ? route : { ...route, portIndex: index === portIndex ? 0 : portIndex - 1 };
};

/** A label on the pod alone is lost at a restart, so the two choices exclude each other: the later one counts. */
function consistent(draft: ExposeDraft, isLabelTimingLast: boolean): ExposeDraft {
  const { selection, specTiming } = draft;
  if (specTiming !== 'restart' || selection.by === 'vm-identity' || selection.timing !== 'pod-only') return draft;
  return isLabelTimingLast
    ? { ...draft, specTiming: 'next-restart' }
    : { ...draft, selection: { ...selection, timing: 'next-restart' } };
}

/** The draft after an action; whether it can be planned is decided by `resolve` alone. */
export const draftReducer = (draft: ExposeDraft, action: DraftAction): ExposeDraft =>
  consistent(draftAfter(draft, action), action.type === 'timing');

function draftAfter(draft: ExposeDraft, action: DraftAction): ExposeDraft {
  const { selection } = draft;
  switch (action.type) {
    case 'service-name':
      return { ...draft, serviceName: action.name };
    case 'join':
      return action.service
        ? withExistingService(draft, action.service, action.timing)
        : {
            ...draft,
            serviceName: '',
            type: 'ClusterIP',
            ports: [],
            options: NO_OPTIONS,
            selection: { by: 'service', timing: action.timing },
            opened: undefined,
          };
    case 'new-service':
      return action.draft;
    case 'settle':
      return settled(draft, action.conflict, action.choice);
    case 'service-type':
      return { ...draft, type: action.serviceType };
    case 'option':
      return { ...draft, options: { ...draft.options, ...action.change } };
    case 'route':
      return { ...draft, route: { ...draft.route, ...action.change } };
    case 'hostname':
      return { ...draft, hostname: action.hostname };
    case 'opens-ports':
      return { ...draft, opensPorts: action.opensPorts };
    case 'spec-timing':
      return { ...draft, specTiming: action.timing };
    case 'port':
      return {
        ...draft,
        ports: changeAt(draft.ports, action.index, withTarget(draft.ports[action.index], action.change)),
      };
    case 'add-port':
      return {
        ...draft,
        ports: [...draft.ports, { ...EMPTY_PORT, ...action.port, targetPort: action.port?.port ?? '' }],
      };
    case 'remove-port':
      return { ...draft, ports: without(draft.ports, action.index), route: routeWithout(draft.route, action.index) };
    case 'by-identity':
      return { ...draft, selection: { by: 'vm-identity' } };
    case 'by-label':
      return { ...draft, selection: action.selection };
    case 'timing':
      return selection.by === 'vm-identity' ? draft : { ...draft, selection: { ...selection, timing: action.timing } };
    case 'label':
    case 'add-label':
    case 'remove-label':
    case 'take-away':
    case 'leave':
      return selection.by === 'label' ? { ...draft, selection: labelSelectionAfter(selection, action) } : draft;
  }
}

type LabelAction = Extract<DraftAction, { type: 'label' | 'add-label' | 'remove-label' | 'take-away' | 'leave' }>;

function labelSelectionAfter(selection: LabelSelection, action: LabelAction): LabelSelection {
  switch (action.type) {
    case 'label':
      return { ...selection, labels: changeAt(selection.labels, action.index, action.change) };
    case 'add-label':
      return { ...selection, labels: [...selection.labels, { key: '', value: '' }] };
    case 'remove-label':
      return { ...selection, labels: without(selection.labels, action.index) };
    case 'take-away':
      return { ...selection, removed: [...selection.removed.filter((key) => key !== action.key), action.key] };
    case 'leave':
      return { ...selection, removed: selection.removed.filter((key) => key !== action.key) };
  }
}
