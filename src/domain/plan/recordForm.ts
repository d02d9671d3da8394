import { isExposeDraft } from '../draft/draftForm';
import {
  hasFields,
  isAbsentOr,
  isBoolean,
  isJsonObject,
  isListOf,
  isMapOf,
  isText,
  type ChecksOf,
} from '../draft/form';
import type { ReplacedOnVm, RunRecord } from './run';

const isReplaced = hasFields({ after: isListOf(() => true) });

const isReplacedOnVm = hasFields({
  vmUid: isText,
  template: isMapOf(isReplaced),
  vmi: isMapOf(isReplaced),
  pod: isMapOf(isReplaced),
  spec: isAbsentOr(isListOf(hasFields({ field: isJsonObject, after: isListOf(() => true) }))),
} satisfies ChecksOf<ReplacedOnVm>);

const isRecord = hasFields({
  runId: isText,
  draft: isExposeDraft,
  replaced: isMapOf(isReplacedOnVm),
  replacedOnService: isAbsentOr(
    hasFields({ serviceUid: isText, fields: isMapOf(isReplaced), was: isAbsentOr(isJsonObject) }),
  ),
  hasRoute: isAbsentOr(isBoolean),
  startedAt: isAbsentOr(isText),
  joined: isAbsentOr(isListOf(isText)),
  restores: isAbsentOr(isJsonObject),
} satisfies ChecksOf<RunRecord>);

/** True for a record of a run with all that this version of the plugin needs to take the run up or back. */
export const isRunRecord = (value: unknown): value is RunRecord => isRecord(value);
